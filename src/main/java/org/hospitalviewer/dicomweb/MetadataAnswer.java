package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.hospitalviewer.archive.StoredInstance;
import org.springframework.stereotype.Component;

/** Answers with the metadata of objects (PS3.18 10.4.1.1.2). */
@Component
class MetadataAnswer {

    private final MetadataCache cache;
    private final MetadataAhead ahead;

    MetadataAnswer(MetadataCache cache, MetadataAhead ahead) {
        this.cache = cache;
        this.ahead = ahead;
    }

    void send(List<StoredInstance> objects, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        JsonAnswer answer = JsonAnswer.to(request);
        ahead.remember(answer.root());
        // Kept by the browser until logout, but asked for anew each time: the right to see it may have gone.
        response.setHeader("Cache-Control", "private, no-cache");
        if (Revalidation.isKnown(objects.stream(), answer.toString(), request, response)) {
            return;
        }
        Optional<byte[]> compressed = cache.compressed(objects, answer.root());
        if (compressed.isPresent()) {
            sendCompressed(compressed.get(), answer.mediaType(), request, response);
        } else {
            answer.write(objects.stream().map(MetadataCache::metadata).iterator(), response);
        }
    }

    private static void sendCompressed(byte[] compressed, String mediaType, HttpServletRequest request,
                                       HttpServletResponse response) throws IOException {
        response.setContentType(mediaType);
        response.addHeader("Vary", "Accept-Encoding");
        if (takesGzip(request)) {
            response.setHeader("Content-Encoding", "gzip");
            response.setContentLength(compressed.length);
            response.getOutputStream().write(compressed);
        } else {
            try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
                plain.transferTo(response.getOutputStream());
            }
        }
    }

    /** Whether gzip is named and not refused by a weight of 0 (RFC 9110 12.5.3). */
    private static boolean takesGzip(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept-Encoding")).stream()
                .flatMap(header -> List.of(header.split(",")).stream())
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .anyMatch(coding -> coding.matches("(gzip|x-gzip)(\\s*;\\s*q=(1|1\\.0*|0\\.\\d*[1-9]\\d*))?"));
    }
}
