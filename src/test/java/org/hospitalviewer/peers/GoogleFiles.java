package org.hospitalviewer.peers;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What lies in the Drive of {@link GoogleDriveServer}; a client sees only what it made itself. */
public final class GoogleFiles {

    public static final String FOLDER = "application/vnd.google-apps.folder";
    private static final String TEXT = "'((?:[^'\\\\]|\\\\.)*)'";
    private static final Pattern CLAUSE = Pattern.compile("(?:^| and )(?:(name|mimeType) (=|!=) " + TEXT + "|" + TEXT
            + " in parents|trashed = (true|false))");

    private final Map<String, Stored> all = new LinkedHashMap<>();
    private final Map<String, Upload> uploads = new LinkedHashMap<>();
    private int page = 1_000;
    private long made;

    /** A file or a folder. */
    public record Stored(String id, String client, String name, String mimeType, List<String> parents, byte[] content,
                         Instant created, boolean isFile) {
    }

    /** A resumable upload: no file before it is whole. */
    final class Upload {

        private final String client;
        private final JsonNode metadata;
        private final long length;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private ObjectNode file;

        private Upload(String client, JsonNode metadata, long length) {
            this.client = client;
            this.metadata = metadata;
            this.length = length;
        }

        long length() {
            return length;
        }

        long received() {
            return content.size();
        }

        ObjectNode file() {
            return file;
        }

        void append(byte[] piece) {
            content.writeBytes(piece);
            if (received() == length) {
                file = create(client, metadata, content.toByteArray(), true);
            }
        }
    }

    /** At most so many in one answer. */
    public synchronized void page(int size) {
        page = size;
    }

    public synchronized List<Stored> files() {
        return all.values().stream().filter(Stored::isFile).toList();
    }

    public synchronized List<Stored> folders() {
        return all.values().stream().filter(one -> !one.isFile()).toList();
    }

    /** Puts a file there as this client would have. */
    public synchronized void add(String name, String parent, byte[] content) {
        ObjectNode metadata = GoogleDriveServer.JSON.createObjectNode().put("name", name);
        metadata.putArray("parents").add(parent);
        create(GoogleLogin.CLIENT_ID, metadata, content, true);
    }

    /** The owner puts a folder or file into the bin and empties that. */
    public synchronized void remove(String id) {
        all.remove(id);
        all.values().removeIf(one -> one.parents().contains(id));
    }

    synchronized long bytes() {
        return all.values().stream().mapToLong(one -> one.content().length).sum();
    }

    synchronized ObjectNode create(String client, JsonNode metadata, byte[] content, boolean isFile) {
        List<String> parents = metadata.has("parents")
                ? metadata.path("parents").valueStream().map(JsonNode::asString).toList() : List.of("root");
        if (!parents.equals(List.of("root")) && !all.keySet().containsAll(parents)) {
            throw new GoogleDriveServer.Refusal(404, "notFound");
        }
        Stored stored = new Stored(UUID.randomUUID().toString(), client, metadata.path("name").asString(),
                metadata.path("mimeType").asString(isFile ? "application/zip" : FOLDER), parents, content,
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(made++), isFile);
        all.put(stored.id(), stored);
        return told(stored);
    }

    private static ObjectNode told(Stored stored) {
        ObjectNode answer = GoogleDriveServer.JSON.createObjectNode().put("kind", "drive#file").put("id", stored.id())
                .put("name", stored.name()).put("mimeType", stored.mimeType()).put("createdTime", stored.created().toString());
        return stored.isFile() ? answer.put("size", Integer.toString(stored.content().length)).put("md5Checksum", md5(stored.content()))
                : answer;
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    synchronized ObjectNode list(String client, Map<String, String> query) {
        List<Stored> found = new ArrayList<>(all.values().stream().filter(one -> one.client().equals(client))
                .filter(one -> matches(one, query.get("q"))).toList());
        if ("createdTime desc".equals(query.get("orderBy"))) {
            found.sort(Comparator.comparing(Stored::created).reversed());
        }
        int from = Integer.parseInt(query.getOrDefault("pageToken", "0"));
        int to = Math.min(found.size(), from + Math.min(page, Integer.parseInt(query.getOrDefault("pageSize", "100"))));
        ObjectNode answer = GoogleDriveServer.JSON.createObjectNode();
        ArrayNode shown = answer.putArray("files");
        found.subList(from, to).forEach(one -> shown.add(told(one)));
        if (to < found.size()) {
            answer.put("nextPageToken", Integer.toString(to));
        }
        return answer;
    }

    private static boolean matches(Stored one, String q) {
        Matcher clause = CLAUSE.matcher(q);
        int end = 0;
        boolean holds = true;
        while (clause.find() && clause.start() == end) {
            holds &= holds(one, clause);
            end = clause.end();
        }
        if (end != q.length()) {
            throw new GoogleDriveServer.Refusal(400, "invalid");
        }
        return holds;
    }

    private static boolean holds(Stored one, Matcher clause) {
        if (clause.group(1) != null) {
            String value = clause.group(1).equals("name") ? one.name() : one.mimeType();
            return value.equals(clause.group(3).replaceAll("\\\\(.)", "$1")) == clause.group(2).equals("=");
        }
        return clause.group(4) == null ? clause.group(5).equals("false") : one.parents().contains(clause.group(4));
    }

    synchronized ObjectNode tell(String client, String id) {
        return told(find(client, id));
    }

    synchronized byte[] content(String client, String id) {
        return find(client, id).content();
    }

    synchronized void delete(String client, String id) {
        all.remove(find(client, id).id());
    }

    private Stored find(String client, String id) {
        Stored stored = all.get(id);
        if (stored == null || !stored.client().equals(client)) {
            throw new GoogleDriveServer.Refusal(404, "notFound");
        }
        return stored;
    }

    synchronized String open(String client, JsonNode metadata, long length) {
        String id = UUID.randomUUID().toString();
        uploads.put(id, new Upload(client, metadata, length));
        return id;
    }

    synchronized Upload upload(String id) {
        Upload upload = uploads.get(id);
        if (upload == null) {
            throw new GoogleDriveServer.Refusal(404, "notFound");
        }
        return upload;
    }
}
