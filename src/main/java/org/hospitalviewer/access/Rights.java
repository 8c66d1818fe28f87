package org.hospitalviewer.access;

import static java.util.Map.entry;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;
import static org.hospitalviewer.access.Role.TECHNICIAN;
import static org.hospitalviewer.access.Role.VIEWER;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The one table of rights, asked by screens, REST and DICOMweb alike. */
public final class Rights {

    private static final Set<Role> EVERY_ROLE = EnumSet.allOf(Role.class);

    private static final Map<Action, Set<Role>> TABLE = Map.ofEntries(
            entry(Action.ENTER, EVERY_ROLE),
            entry(Action.USE_OWN_ACCOUNT, EVERY_ROLE),
            entry(Action.SEARCH_STUDIES, EVERY_ROLE),
            entry(Action.VIEW_IMAGES, EVERY_ROLE),
            entry(Action.MEASURE_IMAGES, EnumSet.of(ADMIN, RADIOLOGIST)),
            entry(Action.READ_REPORTS, EnumSet.of(ADMIN, RADIOLOGIST, VIEWER)),
            entry(Action.WRITE_REPORTS, EnumSet.of(ADMIN, RADIOLOGIST)),
            entry(Action.DELETE_REPORTS, EnumSet.of(ADMIN)),
            entry(Action.SEE_READING, EnumSet.of(ADMIN, RADIOLOGIST, TECHNICIAN)),
            entry(Action.ASSIGN_READING, EnumSet.of(ADMIN, RADIOLOGIST, TECHNICIAN)),
            entry(Action.MANAGE_TEMPLATES, EnumSet.of(ADMIN)),
            entry(Action.READ_NOTES, EnumSet.of(ADMIN, RADIOLOGIST, TECHNICIAN)),
            entry(Action.WRITE_NOTES, EnumSet.of(ADMIN, RADIOLOGIST, TECHNICIAN)),
            entry(Action.MANAGE_NOTES, EnumSet.of(ADMIN)),
            entry(Action.READ_PRESCRIPTIONS, EnumSet.of(ADMIN, RADIOLOGIST, VIEWER)),
            entry(Action.PRESCRIBE, EnumSet.of(ADMIN, RADIOLOGIST)),
            entry(Action.STORE_IMAGES, EnumSet.of(ADMIN, RADIOLOGIST, TECHNICIAN)),
            entry(Action.DELETE_STUDIES, EnumSet.of(ADMIN, TECHNICIAN)),
            entry(Action.PURGE_TRASH, EnumSet.of(ADMIN)),
            entry(Action.DECIDE_QUARANTINE, EnumSet.of(ADMIN)),
            entry(Action.CORRECT_STUDIES, EnumSet.of(ADMIN, TECHNICIAN)),
            entry(Action.EXPORT_IMAGES, EnumSet.of(ADMIN, RADIOLOGIST, TECHNICIAN)),
            entry(Action.SEND_STUDIES, EnumSet.of(ADMIN, RADIOLOGIST, TECHNICIAN)),
            entry(Action.PUBLISH_STUDIES, EnumSet.of(ADMIN, RADIOLOGIST, TECHNICIAN)),
            entry(Action.MANAGE_USERS, EnumSet.of(ADMIN)),
            entry(Action.TAKE_OVER_OLD_INSTALLATION, EnumSet.of(ADMIN)),
            entry(Action.READ_AUDIT_LOG, EnumSet.of(ADMIN)),
            entry(Action.SEE_APPLIANCE, EnumSet.of(ADMIN)),
            entry(Action.MANAGE_SETTINGS, EnumSet.of(ADMIN)),
            entry(Action.MANAGE_DEVICES, EnumSet.of(ADMIN)),
            entry(Action.MANAGE_JOBS, EnumSet.of(ADMIN)),
            entry(Action.IMPORT_FOLDERS, EnumSet.of(ADMIN)));

    /** The only thing a stranger may do. */
    private static final Set<Action> WITHOUT_LOGIN = Set.of(Action.ENTER);

    private Rights() {
    }

    public static boolean allows(Role role, Action action) {
        return TABLE.get(action).contains(role);
    }

    public static boolean allowsStranger(Action action) {
        return WITHOUT_LOGIN.contains(action);
    }

    /**
     * Decides for somebody who may be logged in or not.
     *
     * @param account null for a stranger
     */
    public static boolean allows(Account account, Action action) {
        return allowsStranger(action) || account != null && allows(account.role(), action);
    }
}
