package org.hospitalviewer.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Google for tests: the consent page, the token endpoint and Drive v3 as documented, on this computer, with faults on
 * demand. {@link GoogleLogin} knows who may, {@link GoogleFiles} what lies in the Drive.
 */
public final class GoogleDriveServer implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PIECE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");
    private static final int UNIT = 256 << 10;

    private final HttpServer server;
    private final GoogleLogin login = new GoogleLogin();
    private final GoogleFiles files = new GoogleFiles();
    private final Map<Request, Deque<Fault>> faults = new EnumMap<>(Request.class);
    private final Map<Request, Integer> counts = new EnumMap<>(Request.class);

    /** What can be asked. */
    public enum Request { TOKEN, REVOKE, ABOUT, LIST, CREATE, OPEN, PIECE, ASK, GET, MEDIA, DELETE }

    /** What goes wrong once. */
    public sealed interface Fault {

        /** An answer of Google's with a reason as its documentation names them. */
        record Refused(int status, String reason) implements Fault {
        }

        /** The connection ends in the middle. */
        record Cut() implements Fault {
        }

        /** All is done, and the connection ends before the answer. */
        record AnswerLost() implements Fault {
        }

        /** What arrived is not what was sent. */
        record Damaged() implements Fault {
        }
    }

    private GoogleDriveServer(HttpServer server) {
        this.server = server;
    }

    public static GoogleDriveServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        GoogleDriveServer google = new GoogleDriveServer(http);
        http.createContext("/", google::answer);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
        return google;
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public GoogleLogin login() {
        return login;
    }

    public GoogleFiles files() {
        return files;
    }

    /** The next requests of a kind go wrong, each in one of these ways. */
    public synchronized void fail(Request request, Fault... ways) {
        faults.computeIfAbsent(request, _ -> new ArrayDeque<>()).addAll(List.of(ways));
    }

    /** How often it was asked. */
    public synchronized int count(Request request) {
        return counts.getOrDefault(request, 0);
    }

    private synchronized Fault next(Request request) {
        counts.merge(request, 1, Integer::sum);
        Deque<Fault> ways = faults.get(request);
        return ways == null ? null : ways.poll();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                // Google's own library fetches content there.
                lead(exchange, exchange.getRequestURI().getPath().replaceFirst("^/download/", "/"));
            } catch (Refusal e) {
                refuse(exchange, e.status, e.reason);
            }
        }
    }

    private void lead(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/o/oauth2/v2/auth" -> redirect(exchange, login.consent(query(exchange)));
            case "/token" -> token(exchange);
            case "/revoke" -> revoke(exchange);
            default -> drive(exchange, path);
        }
    }

    /** Ends a request with an error of Google's. */
    static final class Refusal extends RuntimeException {
        private final int status;
        private final String reason;

        Refusal(int status, String reason) {
            this.status = status;
            this.reason = reason;
        }
    }

    private static void redirect(HttpExchange exchange, String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange) throws IOException {
        if (!fails(exchange, next(Request.TOKEN))) {
            ObjectNode answer = login.token(form(exchange));
            send(exchange, answer.has("error") ? answer.path("error").asString().equals("invalid_client") ? 401 : 400 : 200, answer);
        }
    }

    private void revoke(HttpExchange exchange) throws IOException {
        if (!fails(exchange, next(Request.REVOKE))) {
            login.revoke(form(exchange).get("token"));
            send(exchange, 200, JSON.createObjectNode());
        }
    }

    private void drive(HttpExchange exchange, String path) throws IOException {
        String client = login.clientOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Request request = request(exchange, path);
        Fault fault = next(request);
        if (client == null) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"Google\", error=\"invalid_token\"");
            refuse(exchange, 401, "authError");
        } else if (fault instanceof Fault.Refused || fault instanceof Fault.Cut && request != Request.PIECE
                && request != Request.MEDIA) {
            fails(exchange, fault);
        } else {
            drive(exchange, request, client, fault);
        }
    }

    private static Request request(HttpExchange exchange, String path) {
        String method = exchange.getRequestMethod();
        if (path.equals("/upload/drive/v3/files")) {
            return method.equals("POST") ? Request.OPEN
                    : exchange.getRequestHeaders().getFirst("Content-Range").startsWith("bytes */") ? Request.ASK : Request.PIECE;
        }
        if (path.equals("/drive/v3/about")) {
            return Request.ABOUT;
        }
        if (path.equals("/drive/v3/files")) {
            return method.equals("POST") ? Request.CREATE : Request.LIST;
        }
        if (!path.startsWith("/drive/v3/files/")) {
            throw new Refusal(404, "notFound");
        }
        return method.equals("DELETE") ? Request.DELETE : "media".equals(query(exchange).get("alt")) ? Request.MEDIA : Request.GET;
    }

    private void drive(HttpExchange exchange, Request request, String client, Fault fault) throws IOException {
        Map<String, String> query = query(exchange);
        String id = exchange.getRequestURI().getPath().substring(exchange.getRequestURI().getPath().lastIndexOf('/') + 1);
        switch (request) {
            case ABOUT -> send(exchange, 200, login.about(files.bytes()));
            case LIST -> send(exchange, 200, files.list(client, query));
            case CREATE -> send(exchange, 200, files.create(client, json(exchange), new byte[0], false));
            case OPEN -> open(exchange, client);
            case PIECE -> piece(exchange, query.get("upload_id"), fault);
            case ASK -> tell(exchange, files.upload(query.get("upload_id")));
            case GET -> send(exchange, 200, files.tell(client, id));
            case MEDIA -> media(exchange, files.content(client, id), fault);
            case DELETE -> {
                files.delete(client, id);
                exchange.sendResponseHeaders(204, -1);
            }
            case TOKEN, REVOKE -> throw new Refusal(404, "notFound");
        }
    }

    private void open(HttpExchange exchange, String client) throws IOException {
        long length = Long.parseLong(exchange.getRequestHeaders().getFirst("X-Upload-Content-Length"));
        String id = files.open(client, json(exchange), length);
        exchange.getResponseHeaders().set("Location", root() + "upload/drive/v3/files?uploadType=resumable&upload_id=" + id);
        exchange.sendResponseHeaders(200, -1);
    }

    private void piece(HttpExchange exchange, String session, Fault fault) throws IOException {
        GoogleFiles.Upload upload = files.upload(session);
        Matcher range = PIECE.matcher(exchange.getRequestHeaders().getFirst("Content-Range"));
        if (!range.matches()) {
            throw new Refusal(400, "badContentRange");
        }
        long from = Long.parseLong(range.group(1));
        int bytes = (int) (Long.parseLong(range.group(2)) - from + 1);
        boolean last = from + bytes == upload.length();
        if (from != upload.received() || !last && bytes % UNIT != 0 || Long.parseLong(range.group(3)) != upload.length()) {
            throw new Refusal(400, "badContentRange");
        }
        if (fault instanceof Fault.Cut) {
            upload.append(exchange.getRequestBody().readNBytes(bytes / 2));
            return; // closes the connection
        }
        byte[] arrived = exchange.getRequestBody().readNBytes(bytes);
        if (fault instanceof Fault.Damaged) {
            arrived[0] ^= 1;
        }
        upload.append(arrived);
        if (!(fault instanceof Fault.AnswerLost)) {
            tell(exchange, upload);
        }
    }

    private void tell(HttpExchange exchange, GoogleFiles.Upload upload) throws IOException {
        if (upload.received() == upload.length()) {
            send(exchange, 200, upload.file());
            return;
        }
        if (upload.received() > 0) {
            exchange.getResponseHeaders().set("Range", "bytes=0-" + (upload.received() - 1));
        }
        exchange.sendResponseHeaders(308, -1);
    }

    private static void media(HttpExchange exchange, byte[] content, Fault fault) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
        int bytes = content.length - from;
        exchange.sendResponseHeaders(range == null ? 200 : 206, bytes);
        byte[] sent = content.clone();
        if (fault instanceof Fault.Damaged) {
            sent[from] ^= 1;
        }
        // Less than was announced ends the connection.
        exchange.getResponseBody().write(sent, from, fault instanceof Fault.Cut ? bytes / 2 : bytes);
        exchange.getResponseBody().flush();
    }

    private static boolean fails(HttpExchange exchange, Fault fault) throws IOException {
        if (fault instanceof Fault.Refused(int status, String reason)) {
            refuse(exchange, status, reason);
        }
        return fault != null;
    }

    private static void refuse(HttpExchange exchange, int status, String reason) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode error = answer.putObject("error").put("code", status).put("message", "Said by Google: " + reason);
        error.putArray("errors").addObject().put("domain", "usageLimits").put("reason", reason).put("message", reason);
        send(exchange, status, answer);
    }

    private static void send(HttpExchange exchange, int status, JsonNode answer) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static JsonNode json(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        try (java.io.InputStream in = packed ? new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(body))
                : new java.io.ByteArrayInputStream(body)) {
            return JSON.readTree(in);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return decoded(exchange.getRequestURI().getRawQuery());
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        return decoded(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    static Map<String, String> decoded(String query) {
        Map<String, String> values = new java.util.HashMap<>();
        UriComponentsBuilder.newInstance().query(query).build().getQueryParams().forEach((name, all) -> values.put(name,
                all.getFirst() == null ? "" : java.net.URLDecoder.decode(all.getFirst(), StandardCharsets.UTF_8)));
        return values;
    }
}
