package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Whole objects from the other server, in the transfer syntax they are stored in (PS3.18 10.4.1.1.1). */
final class ObjectDownload {

    private static final String DICOM = "application/dicom";
    private static final String AS_STORED = "multipart/related; type=\"application/dicom\"; transfer-syntax=*";
    private static final String ANYHOW = "multipart/related; type=\"application/dicom\"";

    private final RemoteConnection server;

    ObjectDownload(RemoteConnection server) {
        this.server = server;
    }

    /** Takes the bytes of an object as they arrive. */
    @FunctionalInterface
    interface Taker {
        void take(InputStream part10) throws IOException;
    }

    /**
     * Fetches an object.
     *
     * @return whether there is such an object
     */
    boolean fetch(ObjectName name, Taker taker) throws IOException {
        Optional<Boolean> asStored = fetch(name, AS_STORED, taker);
        return asStored.isPresent() ? asStored.get() : fetch(name, ANYHOW, taker).orElseThrow(() ->
                new MalformedAnswerException("The archive does not give out objects as files"));
    }

    /** @return empty when the server does not know this way of asking */
    private Optional<Boolean> fetch(ObjectName name, String accept, Taker taker) throws IOException {
        try (Answer answer = server.get(name.path(), accept, null)) {
            return switch (answer.status()) {
                case 200 -> {
                    taker.take(RelatedPart.of(answer, DICOM));
                    yield Optional.of(true);
                }
                case 404, 410 -> Optional.of(false);
                case 400, 406, 415 -> Optional.empty();
                default -> throw RemoteConnection.failing(answer.status());
            };
        }
    }

    /** Passes an object through, which has to be there. */
    void transferTo(ObjectName name, OutputStream out) throws IOException {
        if (!fetch(name, part10 -> part10.transferTo(out))) {
            throw new IOException("The object " + name.sopUid() + " is not on the remote archive any more");
        }
    }
}
