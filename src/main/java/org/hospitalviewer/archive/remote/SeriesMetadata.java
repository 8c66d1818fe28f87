package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/** The headers of all objects of a series, asked for at once when the first is wanted (PS3.18 10.4.1.1.2). */
final class SeriesMetadata {

    private static final Duration WHOLE_ANSWER = Duration.ofMinutes(3);

    private final RemoteConnection server;
    private final String path;
    private Map<String, Attributes> headers;

    SeriesMetadata(RemoteConnection server, String studyUid, String seriesUid) {
        this.server = server;
        this.path = "/studies/" + studyUid + "/series/" + seriesUid + "/metadata";
    }

    /** The header of an object; empty when the server does not tell it. Each is given out once and then let go. */
    synchronized Optional<Attributes> take(String sopUid) {
        if (headers == null) {
            headers = fetch();
        }
        return Optional.ofNullable(headers.remove(sopUid));
    }

    private Map<String, Attributes> fetch() {
        Map<String, Attributes> found = new HashMap<>();
        try (Answer answer = server.get(path, RemoteSearch.JSON, WHOLE_ANSWER)) {
            if (answer.status() != 200) {
                if (answer.status() == 404) {
                    return found;
                }
                throw RemoteConnection.failing(answer.status());
            }
            DicomJsonReader.readArray(answer.body(), JsonLimits.METADATA, header -> {
                String uid = header.getString(Tag.SOPInstanceUID);
                if (uid != null) {
                    found.put(uid, header);
                }
            });
            return found;
        } catch (IOException e) {
            throw RemoteConnection.unavailable(e);
        }
    }
}
