package org.hospitalviewer.sync;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.regex.Pattern;

/**
 * What the administrator enters of a target.
 *
 * @param password            null to keep the one there is
 * @param plainFtpAccepted    for FTP without TLS: the warning was read
 * @param privateConfirmation {@link #PRIVATE_WORDS}, to have files on a server without encryption
 */
public record TargetEntry(String name, TargetKind kind, boolean enabled, String host, int port, String username,
                          String password, String folder, String fingerprint, String webAddress, boolean encrypted,
                          boolean mayDelete, int connections, Integer kilobytesPerSecond, LocalTime hoursFrom,
                          LocalTime hoursUntil, boolean plainFtpAccepted, String privateConfirmation) {

    /** To be typed by whoever wants no encryption on a server. */
    public static final String PRIVATE_WORDS = "nobody else can read this folder";

    static final int MAX_CONNECTIONS = 8;
    private static final int MAX_NAME = 100;
    private static final int MAX_HOST = 255;
    private static final int MAX_USERNAME = 200;
    private static final int MAX_PASSWORD = 500;
    private static final int MAX_FOLDER = 500;
    private static final int MAX_PORT = 65_535;
    private static final int SLOWEST = 10;
    private static final Pattern HOST = Pattern.compile("[\\p{Alnum}.:_%-]+");
    private static final Pattern FINGERPRINT = Pattern.compile("([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public TargetEntry {
        name = text(name);
        host = text(host);
        username = text(username);
        folder = text(folder);
        fingerprint = text(fingerprint);
        webAddress = text(webAddress);
        privateConfirmation = text(privateConfirmation);
        kind = kind == null ? TargetKind.FOLDER : kind;
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /**
     * @param home        folder of the appliance, which cannot be copied into itself
     * @param hasPassword whether there is one already
     * @param before      the target as it was, null for a new one: what was confirmed then need not be again
     * @throws InvalidTargetException when something is wrong
     */
    void require(Path home, boolean hasPassword, SyncTarget before) {
        check(!name.isEmpty() && isShort(name, MAX_NAME), TargetProblem.NAME);
        check(isShort(folder, MAX_FOLDER), TargetProblem.FOLDER);
        check(connections >= 1 && connections <= MAX_CONNECTIONS, TargetProblem.CONNECTIONS);
        check(kilobytesPerSecond == null || kilobytesPerSecond >= SLOWEST, TargetProblem.SPEED);
        check((hoursFrom == null) == (hoursUntil == null) && (hoursFrom == null || !hoursFrom.equals(hoursUntil)),
                TargetProblem.HOURS);
        if (kind.isServer()) {
            requireServer(hasPassword, before);
        } else {
            requireFolder(home);
        }
    }

    private void requireServer(boolean hasPassword, SyncTarget before) {
        check(HOST.matcher(host).matches() && isShort(host, MAX_HOST), TargetProblem.HOST);
        check(port >= 1 && port <= MAX_PORT, TargetProblem.PORT);
        check(!username.isEmpty() && isShort(username, MAX_USERNAME), TargetProblem.USERNAME);
        check(password == null ? hasPassword : isShort(password, MAX_PASSWORD), TargetProblem.PASSWORD);
        check(fingerprint.isEmpty() || FINGERPRINT.matcher(fingerprint).matches(), TargetProblem.FINGERPRINT);
        check(webAddress.isEmpty() || isWebAddress(), TargetProblem.WEB_ADDRESS);
        boolean wasPlain = before != null && before.kind() == TargetKind.FTP;
        check(kind == TargetKind.FTPS || plainFtpAccepted || wasPlain, TargetProblem.PLAIN_FTP);
        boolean wasOpen = before != null && before.kind().isServer() && !before.encrypted() && isSamePlace(before);
        check(encrypted || wasOpen || PRIVATE_WORDS.equalsIgnoreCase(privateConfirmation), TargetProblem.PRIVATE_FOLDER);
    }

    /** Where files lie; somewhere else everything begins anew. */
    boolean isSamePlace(SyncTarget before) {
        return before.kind().isServer() == kind.isServer() && before.host().equalsIgnoreCase(host)
                && before.port() == port && before.username().equals(username) && before.folder().equals(folder);
    }

    private void requireFolder(Path home) {
        try {
            Path path = Path.of(folder);
            check(!folder.isEmpty() && path.isAbsolute(), TargetProblem.FOLDER);
            Path normal = path.normalize();
            check(!normal.startsWith(home) && !home.startsWith(normal), TargetProblem.HOME_FOLDER);
        } catch (InvalidPathException e) {
            throw new InvalidTargetException(TargetProblem.FOLDER);
        }
    }

    private boolean isWebAddress() {
        try {
            URI address = URI.create(webAddress);
            return isShort(webAddress, MAX_FOLDER) && ("http".equals(address.getScheme())
                    || "https".equals(address.getScheme())) && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** No line breaks: they would be commands of their own to an FTP server. */
    private static boolean isShort(String text, int longest) {
        return text.length() <= longest && !CONTROL.matcher(text).find();
    }

    private static void check(boolean holds, TargetProblem problem) {
        if (!holds) {
            throw new InvalidTargetException(problem);
        }
    }

    /** Never with the password, wherever it is printed. */
    @Override
    public String toString() {
        return kind + " " + name + " " + host + " " + folder;
    }
}
