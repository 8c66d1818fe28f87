package org.hospitalviewer.sync;

import java.time.Instant;
import java.time.LocalTime;

/**
 * A place that studies are copied to, as the administrator set it. The password is elsewhere.
 *
 * @param folder             as the target names it
 * @param fingerprint        SHA-256 of the certificate to trust; empty for those that Java trusts
 * @param webAddress         where a browser would find the folder; empty when unknown
 * @param encrypted          files lie there encrypted
 * @param mayDelete          what is deleted here is deleted there
 * @param connections        at the same time
 * @param kilobytesPerSecond bound of all of them together, null for none
 * @param hoursFrom          it runs by itself from this time of day, null for always
 * @param hoursUntil         to this one, which may be on the next day
 * @param lastTested         null for never
 * @param testResult         a sentence
 * @param generation         grows with each change
 */
public record SyncTarget(long id, String name, TargetKind kind, boolean enabled, String host, int port, String username,
                         String folder, String fingerprint, String webAddress, boolean encrypted, boolean mayDelete,
                         int connections, Integer kilobytesPerSecond, LocalTime hoursFrom, LocalTime hoursUntil,
                         Instant lastTested, String testResult, boolean testGood, int generation) {

    /** Host and port of a server; an IPv6 address in brackets. */
    public String address() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Whether it may run by itself at this time of day. */
    public boolean isOpenAt(LocalTime time) {
        if (hoursFrom == null || hoursUntil == null) {
            return true;
        }
        boolean overMidnight = !hoursFrom.isBefore(hoursUntil);
        return overMidnight ? !time.isBefore(hoursFrom) || time.isBefore(hoursUntil)
                : !time.isBefore(hoursFrom) && time.isBefore(hoursUntil);
    }
}
