package org.hospitalviewer.access;

import java.time.Instant;

/**
 * One row of the audit log.
 *
 * @param resourceId UID, path or search that was accessed
 */
public record AuditEntry(long id, Instant time, String username, String action, String resourceType, String resourceId,
                         String result, String ipAddress, String userAgent) {
}
