package org.hospitalviewer.ui.admin.oldinstallation;

/** The kinds of files that an old installation leaves. */
enum OldKind {
    USERS, REPORTS, STUDIES
}
