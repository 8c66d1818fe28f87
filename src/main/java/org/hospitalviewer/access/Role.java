package org.hospitalviewer.access;

/** What a user is in the clinic. */
public enum Role {
    ADMIN, RADIOLOGIST, TECHNICIAN, VIEWER;

    /** Name of the role as an authority of Spring Security. */
    public String authority() {
        return "ROLE_" + name();
    }
}
