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

    /**
     * An instance as its database knows it.
     *
     * @param number Instance Number; large where there is none
     */
    record Instance(String sopUid, String sopClassUid, String transferSyntaxUid, int number) {
    }

    /** The instances of a series: many times faster than by a search, which reads every file. */
    List<Instance> instances(String studyUid, String seriesUid) throws IOException {
        List<Instance> instances = new ArrayList<>();
        for (JsonNode found : post("/tools/lookup", seriesUid)) {
            List<String> series = List.of(found.path("ID").asString(""));
            if (found.path("Type").asString("").equals("Series") && studiesOf(series).containsValue(studyUid)) {
                bulk(series, "Instance", true).forEach(instance -> instances.add(instance(instance)));
            }
        }
        return instances;
    }

    private static Instance instance(JsonNode instance) {
        JsonNode tags = instance.path("MainDicomTags");
        JsonNode metadata = instance.path("Metadata");
        String number = tags.path("InstanceNumber").asString("").strip();
        return new Instance(tags.path("SOPInstanceUID").asString(""), metadata.path("SopClassUid").asString(""),
                metadata.path("TransferSyntax").asString(""),
                number.matches("[+-]?\\d{1,9}") ? Integer.parseInt(number) : Integer.MAX_VALUE);
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
