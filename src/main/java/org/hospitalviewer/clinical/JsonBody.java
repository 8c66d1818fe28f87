package org.hospitalviewer.clinical;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of a request, of which no more than allowed comes into the memory. */
public final class JsonBody {

    /** The database reads JSON no deeper than 32. */
    private static final int DEEPEST = 20;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {
    }

    /** @throws ErrorResponseException 413 when it is longer than {@code maxBytes}, 400 when it is no such JSON */
    public static <T> T read(HttpServletRequest request, int maxBytes, Class<T> type) throws IOException {
        byte[] body = request.getInputStream().readNBytes(maxBytes + 1);
        if (body.length > maxBytes) {
            throw problem(HttpStatus.CONTENT_TOO_LARGE, "This is longer than " + maxBytes + " bytes.");
        }
        try {
            T value = JSON.readValue(body, type);
            if (value != null) {
                return value;
            }
        } catch (JacksonException nonsense) {
            // said below
        }
        throw problem(HttpStatus.BAD_REQUEST, "This is not the JSON that is expected here.");
    }

    public static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }
}
