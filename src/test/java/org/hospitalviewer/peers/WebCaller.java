package org.hospitalviewer.peers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/**
 * Somebody who asks a web server, without cookies and without following redirects.
 *
 * @param root          such as {@code http://127.0.0.1:8080}
 * @param authorization value of the header, empty for a stranger
 */
public record WebCaller(String root, String authorization) {

    /** A server that takes a request and never answers fails one test, not the whole run. */
    static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static WebCaller stranger(int port) {
        return new WebCaller("http://127.0.0.1:" + port, "");
    }

    /** The same with Basic authentication. */
    public WebCaller as(String username, String password) {
        byte[] credentials = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new WebCaller(root, "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** GET with headers as name, value, name, value. */
    public HttpResponse<byte[]> get(String path, String... headers) throws IOException {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** POST of JSON. */
    public HttpResponse<byte[]> post(String path, String json, String... headers) throws IOException {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send("POST", path, BodyPublishers.ofString(json), all);
    }

    public HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String... headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE)
                .method(method, body);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    /** The body as text. */
    public static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
