package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;

/**
 * What the other server answers; to be closed.
 *
 * @param status  HTTP status
 * @param body    as it arrives
 */
record Answer(int status, HttpHeaders headers, InputStream body) implements AutoCloseable {

    String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
