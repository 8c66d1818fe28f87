package org.hospitalviewer.oldinstallation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.access.InvalidUserException;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.User;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.oldinstallation.Finding.Outcome;
import org.springframework.stereotype.Service;

/** Users of the old installation, who go on with their passwords. */
@Service
public class OldUsers {

    private static final String TABLE = "users";

    private final Users users;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;

    OldUsers(Users users, Doorkeeper doorkeeper, AuditLog audit) {
        this.users = users;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
    }

    /**
     * Takes them over from CSV or the rows of an SQL dump.
     *
     * @param trial whether to change nothing
     * @throws UnreadableFileException when it is neither
     */
    public Takeover takeOver(byte[] file, boolean trial) {
        doorkeeper.require(Action.TAKE_OVER_OLD_INSTALLATION, TABLE);
        String text = OldText.of(file);
        List<OldRow> rows = SqlDump.isOne(text) ? SqlDump.read(text, TABLE) : CsvTable.read(text);
        if (rows.stream().allMatch(row -> username(row).isEmpty())) {
            throw new UnreadableFileException("No column is called username.");
        }
        Set<String> known = users.all().stream().map(User::username).map(OldUsers::folded)
                .collect(Collectors.toCollection(HashSet::new));
        List<Finding> findings = new ArrayList<>();
        for (OldRow row : rows) {
            Finding finding = finding(row, known, trial);
            known.add(folded(finding.subject()));
            findings.add(finding);
        }
        return new Takeover(trial, findings);
    }

    private Finding finding(OldRow row, Set<String> known, boolean trial) {
        String username = username(row);
        if (known.contains(folded(username))) {
            return new Finding(row.line(), username, Outcome.KNOWN, "");
        }
        String wantedRole = row.first("role", "user_role", "type");
        Role role = role(wantedRole);
        try {
            adopt(row, username, role, trial);
        } catch (InvalidUserException e) {
            return new Finding(row.line(), username, Outcome.REFUSED, sentence(e.rule()));
        }
        String remark = role == Role.VIEWER && !isKnownRole(wantedRole)
                ? "The role \"" + wantedRole + "\" is not known here: may look at images and signed reports only." : "";
        return new Finding(row.line(), username, Outcome.ADDED, remark);
    }

    private void adopt(OldRow row, String username, Role role, boolean trial) {
        String hash = row.first("password_hash", "password", "passwd", "pass");
        String email = row.first("email", "e_mail", "mail");
        if (trial) {
            users.checkAdopted(username, hash, email);
        } else {
            users.adopt(username, hash, row.first("full_name", "fullname", "name", "display_name"), email, role,
                    isActive(row.first("is_active", "active", "enabled")));
            audit.record("TAKE_OVER_USER", "USER", username + " as " + role, AuditLog.Result.SUCCESS);
        }
    }

    private static String username(OldRow row) {
        return row.first("username", "user_name", "login", "user");
    }

    /** As the database compares user names. */
    private static String folded(String username) {
        return username.toLowerCase(Locale.ROOT);
    }

    private static boolean isActive(String value) {
        return !Set.of("0", "false", "no", "n", "inactive", "disabled").contains(value.toLowerCase(Locale.ROOT));
    }

    private static Role role(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "admin", "administrator", "superadmin" -> Role.ADMIN;
            case "radiologist", "doctor", "physician" -> Role.RADIOLOGIST;
            case "technician", "technologist", "radiographer", "staff" -> Role.TECHNICIAN;
            default -> Role.VIEWER;
        };
    }

    private static boolean isKnownRole(String name) {
        return Set.of("viewer", "referring", "referrer", "guest").contains(name.toLowerCase(Locale.ROOT));
    }

    private static String sentence(InvalidUserException.Rule rule) {
        return switch (rule) {
            case USERNAME -> "A user name has 2 to 100 letters, digits and . _ - @.";
            case PASSWORD_HASH -> "The password is not kept as bcrypt ($2y$, $2a$ or $2b$, cost 4 to 15): add this user by hand.";
            case EMAIL -> "The e-mail address is none.";
            case EMAIL_TAKEN -> "The e-mail address belongs to another user.";
            case USERNAME_TAKEN, PASSWORD_TOO_WEAK, PASSWORD_TOO_LONG, PASSWORD_WRONG, LAST_ADMINISTRATOR ->
                    "Not accepted: " + rule + ".";
        };
    }
}
