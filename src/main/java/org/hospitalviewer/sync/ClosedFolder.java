package org.hospitalviewer.sync;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.hospitalviewer.sync.target.RemoteEntry;
import org.hospitalviewer.sync.target.TargetConnection;
import org.hospitalviewer.sync.target.TargetException;
import org.hospitalviewer.sync.target.Trouble;

/**
 * The folder on a server before the first file: it is nobody else's, a file tells Apache to show nothing of it, and a probe
 * proves that a stranger sees nothing.
 */
final class ClosedFolder {

    static final String HTACCESS = ".htaccess";
    /** For Apache 2.4, and for what came before it. */
    static final byte[] DENY_ALL = """
            # Hospital DICOM Viewer Pro: patients' data. Nobody may read this folder by the web.
            <IfModule mod_authz_core.c>
            Require all denied
            </IfModule>
            <IfModule !mod_authz_core.c>
            Order allow,deny
            Deny from all
            </IfModule>
            """.getBytes(StandardCharsets.US_ASCII);

    /** What is ours, and what hosts put into each folder. */
    private static final Pattern EXPECTED = Pattern.compile("\\d{4}|undated|probe-[0-9a-f-]+\\.txt(\\.part)?|\\.htaccess\\.part"
            + "|\\.ftpquota|\\.pureftpd-upload\\..*|cgi-bin");

    private final TargetConnection connection;

    ClosedFolder(TargetConnection connection) {
        this.connection = connection;
    }

    /**
     * Our deny-all file would close a whole web site that is there already.
     *
     * @throws TargetException when there is something that is not ours
     */
    void requireOurs() throws IOException {
        List<RemoteEntry> entries = connection.list("");
        for (RemoteEntry entry : entries) {
            boolean known = entry.name().equals(HTACCESS) ? entry.bytes() == DENY_ALL.length
                    : EXPECTED.matcher(entry.name()).matches();
            if (!known) {
                throw new TargetException(Trouble.OCCUPIED, "The folder holds something else already (" + entry.name()
                        + "). Choose a folder of its own, because it will be closed to the web.");
            }
        }
    }

    /** Puts the deny-all file there when it is not. */
    void close() throws IOException {
        if (!isClosed()) {
            connection.write(HTACCESS + FileTransfer.PART, 0, out -> out.write(DENY_ALL));
            connection.rename(HTACCESS + FileTransfer.PART, HTACCESS);
        }
    }

    private boolean isClosed() throws IOException {
        return connection.size(HTACCESS).orElse(-1) == DENY_ALL.length;
    }
}
