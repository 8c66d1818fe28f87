package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** What an Orthanc tells beside DICOMweb, by its own REST interface. */
final class OrthancServer {

    private static final Duration WHOLE_ANSWER = Duration.ofSeconds(20);
    private static final int MAX_ANSWER_BYTES = 32 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxDocumentLength(MAX_ANSWER_BYTES).maxNestingDepth(50).build()).build())
            .build();

    private final RemoteConnection server;

    OrthancServer(RemoteConnection server) {
        this.server = server;
    }

    /**
     * A line of its list of changes.
     *
     * @param type       such as NewInstance
     * @param resourceId Orthanc's own identifier
     */
    record Change(long sequence, String type, String level, String resourceId) {
    }

    /**
     * Some of its changes.
     *
     * @param last number to ask on from
     * @param done whether there are no more
     */
    record Changes(long last, boolean done, List<Change> changes) {
    }

    /** Its name and version; empty when it is no Orthanc. */
    Optional<String> software() {
        try {
            JsonNode system = get("/system");
            return system.has("ApiVersion") && system.has("DicomAet")
                    ? Optional.of("Orthanc " + system.path("Version").asString("")) : Optional.empty();
        } catch (MalformedAnswerException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw RemoteConnection.unavailable(e);
        }
    }

    /** Number of its newest change, also where that change is forgotten because its object was deleted. */
    long lastChange() throws IOException {
        return get("/changes?since=" + Long.MAX_VALUE / 2 + "&limit=1").path("Last").asLong(0);
    }

    Changes changes(long since, int limit) throws IOException {
        JsonNode answer = get("/changes?since=" + since + "&limit=" + limit);
        List<Change> changes = new ArrayList<>();
        for (JsonNode change : answer.path("Changes")) {
            changes.add(new Change(change.path("Seq").asLong(0), change.path("ChangeType").asString(""),
                    change.path("ResourceType").asString(""), change.path("ID").asString("")));
        }
        return new Changes(answer.path("Last").asLong(since), answer.path("Done").asBoolean(true), changes);
    }

    /** Numbers of what it holds. */
    record Size(long studies, long instances) {
    }

    Size size() throws IOException {
        JsonNode statistics = get("/statistics");
        return new Size(statistics.path("CountStudies").asLong(0), statistics.path("CountInstances").asLong(0));
    }

    /** Orthanc's identifiers of all studies. */
    Set<String> studyIds() throws IOException {
        Set<String> ids = new HashSet<>();
        get("/studies").forEach(id -> ids.add(id.asString("")));
        return ids;
    }

    /** Study Instance UIDs by Orthanc's identifiers of the studies that resources of any level belong to. */
    Map<String, String> studiesOf(Collection<String> resourceIds) throws IOException {
        Map<String, String> studies = new HashMap<>();
        for (JsonNode study : bulk(resourceIds, "Study", false)) {
            String uid = study.path("MainDicomTags").path("StudyInstanceUID").asString("");
            if (!uid.isEmpty()) {
                studies.put(study.path("ID").asString(""), uid);
            }
        }
        return studies;
    }

    /** Transfer Syntax UIDs of the instances of a series, by SOP Instance UID; what it does not know is missing. */
    Map<String, String> transferSyntaxes(String seriesInstanceUid) throws IOException {
        Map<String, String> syntaxes = new HashMap<>();
        List<String> series = new ArrayList<>();
        for (JsonNode found : post("/tools/lookup", seriesInstanceUid)) {
            if (found.path("Type").asString("").equals("Series")) {
                series.add(found.path("ID").asString(""));
            }
        }
        if (!series.isEmpty()) {
            for (JsonNode instance : bulk(series, "Instance", true)) {
                String syntax = instance.path("Metadata").path("TransferSyntax").asString("");
                if (!syntax.isEmpty()) {
                    syntaxes.put(instance.path("MainDicomTags").path("SOPInstanceUID").asString(""), syntax);
                }
            }
        }
        return syntaxes;
    }

    private JsonNode bulk(Collection<String> resourceIds, String level, boolean metadata) throws IOException {
        return post("/tools/bulk-content", JSON.writeValueAsString(
                Map.of("Resources", resourceIds, "Level", level, "Metadata", metadata)));
    }

    private JsonNode get(String path) throws IOException {
        try (Answer answer = server.getBeside(path, WHOLE_ANSWER)) {
            return read(answer);
        }
    }

    private JsonNode post(String path, String body) throws IOException {
        try (Answer answer = server.postBeside(path, body, WHOLE_ANSWER)) {
            return read(answer);
        }
    }

    private static JsonNode read(Answer answer) throws IOException {
        if (answer.status() >= 500) {
            throw RemoteConnection.failing(answer.status());
        }
        if (answer.status() != 200) {
            throw new MalformedAnswerException("Not what an Orthanc answers: " + answer.status());
        }
        try (InputStream body = answer.body()) {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            throw new MalformedAnswerException("What the archive answers is no JSON", e);
        }
    }
}
