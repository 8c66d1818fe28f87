package org.hospitalviewer.appliance.device;

import java.util.Optional;
import org.hospitalviewer.appliance.AeTitle;

/**
 * What the administrator says of a device.
 *
 * @param aeTitle its calling AE title
 * @param name    in the clinic, such as "CT, ground floor"
 * @param host    name or address at which it listens itself; empty when it does not
 * @param port    TCP port there; null when it does not listen
 */
public record DeviceEntry(String aeTitle, String name, String host, Integer port, boolean mayStore, boolean mayQuery,
                          boolean mayRetrieve, boolean mayWorklist) {

    private static final int MAX_NAME = 100;
    private static final int MAX_HOST = 253;
    private static final int MAX_PORT = 65_535;

    public DeviceEntry {
        aeTitle = aeTitle == null ? "" : aeTitle.strip();
        name = name == null ? "" : name.strip();
        host = host == null ? "" : host.strip();
    }

    /** The first thing that is wrong with it. */
    public Optional<DeviceProblem> problem() {
        if (!AeTitle.isValid(aeTitle)) {
            return Optional.of(DeviceProblem.AE_TITLE);
        }
        if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl)) {
            return Optional.of(DeviceProblem.NAME);
        }
        if (!host.matches("[0-9A-Za-z.:%_-]{0," + MAX_HOST + "}")) {
            return Optional.of(DeviceProblem.HOST);
        }
        boolean inRange = port == null || port >= 1 && port <= MAX_PORT;
        return inRange && host.isEmpty() == (port == null) ? Optional.empty() : Optional.of(DeviceProblem.PORT);
    }
}
