package org.hospitalviewer.dicom.net;

/**
 * A remote application entity.
 *
 * @param host      name or address
 * @param port      TCP port
 * @param calledAet its AE title, 1 to 16 characters
 */
public record Target(String host, int port, String calledAet) {

    @Override
    public String toString() {
        return calledAet + "@" + host + ":" + port;
    }
}
