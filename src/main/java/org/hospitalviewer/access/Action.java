package org.hospitalviewer.access;

/** What somebody may want to do; {@link Rights} says who may. */
public enum Action {
    /** Log in, set up the first administrator, ask whether a session exists. */
    ENTER,
    /** See one's own account, log out. */
    USE_OWN_ACCOUNT,
    /** Search for patients, studies, series and instances. */
    SEARCH_STUDIES,
    /** See images and everything else in an instance. */
    VIEW_IMAGES,
    /** Measure on images and mark them, for everybody to see. */
    MEASURE_IMAGES,
    /** Read reports that are signed. */
    READ_REPORTS,
    /** Write, sign and amend reports, and read drafts. */
    WRITE_REPORTS,
    /** Delete reports that are signed, and drafts of others. */
    DELETE_REPORTS,
    /** See which studies are read, by whom, and which are urgent. */
    SEE_READING,
    /** Say who is to read a study and whether it is urgent. */
    ASSIGN_READING,
    /** Change the templates of reports, and text blocks for everybody. */
    MANAGE_TEMPLATES,
    /** Read what colleagues note on studies, series and images. */
    READ_NOTES,
    /** Note something; change and delete one's own notes. */
    WRITE_NOTES,
    /** Change and delete the notes of others. */
    MANAGE_NOTES,
    /** Read prescriptions. */
    READ_PRESCRIPTIONS,
    /** Prescribe medicines and withdraw prescriptions. */
    PRESCRIBE,
    /** Send objects into the archive. */
    STORE_IMAGES,
    /** Take whole studies away as files. */
    EXPORT_IMAGES,
    /** Send studies to devices. */
    SEND_STUDIES,
    /** Mark studies that are to be published, and take that back. */
    PUBLISH_STUDIES,
    /** Move studies into the trash, see what is in it, restore it. */
    DELETE_STUDIES,
    /** Delete what is in the trash for ever. */
    PURGE_TRASH,
    /** Decide about objects that clash with stored ones. */
    DECIDE_QUARANTINE,
    /** Correct the patient and study data of studies, and undo that. */
    CORRECT_STUDIES,
    /** Add users, change, disable and reset them. */
    MANAGE_USERS,
    /** Take over users and reports of the installation before this one, and compare its studies. */
    TAKE_OVER_OLD_INSTALLATION,
    /** Read who did what. */
    READ_AUDIT_LOG,
    /** See how the appliance is: archive, disk, devices, failures. */
    SEE_APPLIANCE,
    /** Change settings, secrets and certificates. */
    MANAGE_SETTINGS,
    /** Name devices and say what they may. */
    MANAGE_DEVICES,
    /** Start, watch, cancel and schedule jobs. */
    MANAGE_JOBS,
    /** See the folders of the computer, import them and have them monitored. */
    IMPORT_FOLDERS
}
