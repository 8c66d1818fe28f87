package org.hospitalviewer.access;

import java.time.Instant;

/**
 * Which rows of the audit log are wanted; an empty text or null means any.
 *
 * @param words  within user name, address or what was accessed
 * @param result SUCCESS, DENIED or FAILED
 * @param from   first moment
 * @param until  first moment after
 */
public record AuditFilter(String words, String action, String result, Instant from, Instant until) {

    public static final AuditFilter ALL = new AuditFilter("", "", "", null, null);
}
