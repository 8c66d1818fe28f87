package org.hospitalviewer.archive.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.hospitalviewer.appliance.RemoteLogin;
import org.hospitalviewer.appliance.RemoteSettings;

/** A DICOMweb server that answers what a test wants; by default it asks for a login, has nothing and is no Orthanc. */
final class ScriptedServer implements AutoCloseable {

    private static final String AUTHORIZATION = "Basic dmlld2VyOnNlY3JldA==";
    private static final Duration STALL_LIMIT = Duration.ofSeconds(1);

    private volatile String authorization = AUTHORIZATION;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, HttpHandler> scripts = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    ScriptedServer() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    private ScriptedServer(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** One that speaks HTTPS. */
    static ScriptedServer encrypted(SSLContext certificate) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        return new ScriptedServer(server);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        if (!authorization.isEmpty() && !authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(401, -1);
            return;
        }
        HttpHandler script = scripts.get(exchange.getRequestMethod() + " " + path);
        try (exchange) {
            if (script != null) {
                script.handle(exchange);
            } else if (path.equals("/dicom-web/studies") && exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(204, -1);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    /** Takes another login from now on; an empty one lets everybody in. */
    ScriptedServer taking(String user, String password) {
        authorization = user.isEmpty() ? "" : "Basic " + Base64.getEncoder().encodeToString(
                (user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** What to do at a path below the root of DICOMweb, as {@code GET /studies}. */
    ScriptedServer on(String method, String path, HttpHandler script) {
        scripts.put(method + " /dicom-web" + path, script);
        return this;
    }

    /** Method, path and query of what was asked so far. */
    List<String> requests() {
        return requests;
    }

    static HttpHandler answer(int status, String contentType, byte[] body) {
        return exchange -> {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        };
    }

    static HttpHandler json(String body) {
        return answer(200, "application/dicom+json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** A part, as it is wrapped between boundaries. */
    static HttpHandler part(byte[] body) {
        byte[] head = "--b\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + body.length + end.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        System.arraycopy(end, 0, all, head.length + body.length, end.length);
        return answer(200, "multipart/related; type=\"application/dicom\"; boundary=b", all);
    }

    /** An archive that asks this server and waits a second for it. */
    RemoteArchive archive(Path folder, int maxCacheBytes) throws IOException {
        return archive(folder, maxCacheBytes, "viewer", "secret");
    }

    /** The same with any login. */
    RemoteArchive archive(Path folder, int maxCacheBytes, String user, String password) throws IOException {
        return archive(folder, maxCacheBytes, user, password, "");
    }

    /** An archive that trusts the certificates in a file, too. */
    RemoteArchive archiveTrusting(Path folder, String certificates) throws IOException {
        return archive(folder, 1 << 20, "viewer", "secret", certificates);
    }

    private RemoteArchive archive(Path folder, int maxCacheBytes, String user, String password, String certificates)
            throws IOException {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        RemoteSettings settings = new RemoteSettings(scheme + "://127.0.0.1:" + server.getAddress().getPort()
                + "/dicom-web/", RemoteLogin.BASIC, user, "", "", 5, 0, false);
        RemoteConnection connection = new RemoteConnection(() -> settings, () -> password,
                Trust.of(certificates), STALL_LIMIT);
        return new RemoteArchive(RemoteParts.of(connection, folder.resolve("sequence"),
                new RemoteParts.Room(folder.resolve("fetched"), maxCacheBytes, 0), Clock.systemDefaultZone()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
