package org.hospitalviewer.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Somebody who brings files over real HTTP. */
record Bringer(WebCaller caller) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Bringer administrator(int port) {
        return new Bringer(WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD));
    }

    JsonNode json(HttpResponse<byte[]> answer, int status) {
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    HttpResponse<byte[]> single(String path, byte[] file) throws IOException {
        return caller.send("POST", "/api/uploads/single?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8),
                BodyPublishers.ofByteArray(file));
    }

    HttpResponse<byte[]> begin(String path, long size, String document) throws IOException {
        String extra = document.isEmpty() ? "" : ",\"document\":" + document;
        return caller.post("/api/uploads", "{\"path\":" + JSON.writeValueAsString(path) + ",\"size\":" + size
                + ",\"lastModified\":1700000000000" + extra + "}");
    }

    HttpResponse<byte[]> append(String id, long offset, byte[] piece) throws IOException {
        return caller.send("PUT", "/api/uploads/" + id + "?offset=" + offset, BodyPublishers.ofByteArray(piece));
    }

    JsonNode status(String id) throws IOException {
        return json(caller.get("/api/uploads/" + id), 200);
    }

    HttpResponse<byte[]> discard(String id) throws IOException {
        return caller.send("DELETE", "/api/uploads/" + id, BodyPublishers.noBody());
    }

    /** Brings a file in pieces, waits for the fates of all in it and forgets it. */
    List<JsonNode> bring(String path, byte[] file, String document) throws IOException {
        String id = json(begin(path, file.length, document), 200).get("id").asString();
        int piece = Math.max(1, file.length / 3);
        for (int at = 0; at < file.length; at += piece) {
            json(append(id, at, Arrays.copyOfRange(file, at, Math.min(file.length, at + piece))), 200);
        }
        List<JsonNode> fates = fates(id);
        assertThat(discard(id).statusCode()).isEqualTo(204);
        return fates;
    }

    /** All of a whole upload, once it is done. */
    List<JsonNode> fates(String id) throws IOException {
        Await.until("the upload is done", Duration.ofMinutes(2), () -> status(id).get("state").asString().equals("DONE"));
        List<JsonNode> fates = new ArrayList<>();
        long from = 0;
        for (JsonNode list = list(id, 0); !list.get("files").isEmpty(); list = list(id, from)) {
            list.get("files").forEach(fates::add);
            from = list.get("next").asLong();
        }
        return fates;
    }

    private JsonNode list(String id, long from) throws IOException {
        return json(caller.get("/api/uploads/" + id + "/files?from=" + from), 200);
    }
}
