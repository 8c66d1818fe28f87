package org.hospitalviewer.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Dcmtk;

/**
 * DCMTK's storescu, whose messages tell what was acknowledged.
 *
 * @param noDelay with TCP_NODELAY=1 in its environment
 * @param objects in one association
 */
record StorescuPeer(Ward ward, Ledger ledger, boolean noDelay, int objects) implements Peer {

    private static final Pattern LINE =
            Pattern.compile("Sending file: \\S*?([0-9.]+)\\.dcm|Received Store Response \\(([^)]*)\\)");

    @Override
    public void send(ApplianceProcess appliance, Path folder) throws IOException {
        for (int i = 0; i < objects; i++) {
            ward.next().slice().writeInto(folder);
        }
        Dcmtk.Output output = Dcmtk.run(noDelay ? Map.of("TCP_NODELAY", "1") : Map.of(), "storescu",
                List.of("-v", "--no-halt", "-aec", "DICOMVIEWER", "+sd", "127.0.0.1",
                        Integer.toString(appliance.dicomPort()), folder.toString()));
        read(output.text());
        if (output.exit() != 0) {
            throw new IOException("storescu ended with " + output.exit());
        }
    }

    private void read(String text) {
        String current = "";
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            if (line.group(1) != null) {
                current = line.group(1);
            } else if (line.group(2).equals("Success")) {
                ledger.acknowledge(noDelay ? Ledger.Door.STORESCU_NO_DELAY : Ledger.Door.STORESCU, current);
            } else {
                ledger.refuse();
            }
        }
    }
}
