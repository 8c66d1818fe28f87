package org.hospitalviewer.appliance.device;

import java.time.Instant;

/**
 * An application entity that the appliance deals with.
 *
 * @param known       the administrator has named it; the rights of others count for nothing
 * @param port        null when it does not listen
 * @param lastSeen    null when it never called; exact to a minute
 * @param lastAddress network address it called from, empty when it never did
 */
public record Device(long id, String aeTitle, boolean known, String name, String host, Integer port, boolean mayStore,
                     boolean mayQuery, boolean mayRetrieve, boolean mayWorklist, Instant lastSeen,
                     String lastAddress) {

    /** Whether it can be called. */
    public boolean listens() {
        return port != null && !host.isEmpty();
    }
}
