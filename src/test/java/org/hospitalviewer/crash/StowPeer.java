package org.hospitalviewer.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.WebCaller;

/**
 * A program that stores by STOW-RS; the answer names what was stored (Referenced SOP Sequence, PS3.18 10.5.3.2).
 *
 * @param objects in one request
 */
record StowPeer(Ward ward, Ledger ledger, int objects) implements Peer {

    private static final String BOUNDARY = "objects-for-the-archive";
    private static final String REFERENCED_SOP_SEQUENCE = "\"00081199\"";
    private static final Pattern SOP_INSTANCE_UID =
            Pattern.compile("\"00081155\":\\{\"vr\":\"UI\",\"Value\":\\[\"([0-9.]+)\"");

    @Override
    public void send(ApplianceProcess appliance, Path folder) throws IOException {
        HttpResponse<byte[]> answer = WebCaller.stranger(appliance.httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD)
                .send("POST", "/dicom-web/studies", BodyPublishers.ofByteArray(body(folder)), "Content-Type",
                        "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY);
        if (answer.statusCode() == 200 || answer.statusCode() == 202) {
            String json = WebCaller.text(answer);
            SOP_INSTANCE_UID.matcher(json).region(json.indexOf(REFERENCED_SOP_SEQUENCE), json.length()).results()
                    .forEach(stored -> ledger.acknowledge(Ledger.Door.STOW, stored.group(1)));
        } else {
            ledger.refuse();
        }
    }

    private byte[] body(Path folder) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < objects; i++) {
            body.writeBytes(ascii("\r\n--" + BOUNDARY + "\r\nContent-Type: application/dicom\r\n\r\n"));
            body.writeBytes(Files.readAllBytes(ward.next().slice().writeInto(folder)));
        }
        body.writeBytes(ascii("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
