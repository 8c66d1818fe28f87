package org.hospitalviewer.clinical.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The templates that come with the program. */
@Component
class BuiltInTemplates {

    static final JsonMapper JSON = JsonMapper.builder().disable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<String, ReportTemplate> templates = new LinkedHashMap<>();

    BuiltInTemplates() {
        Stream.of("ct-head", "ct-chest", "ct-abdomen-pelvis", "mr-brain", "mr-spine", "mr-knee", "cr-chest",
                "us-abdomen", "us-obstetric", "mammography", "blank").forEach(key -> templates.put(key, read(key)));
    }

    private static ReportTemplate read(String key) {
        try (InputStream file = BuiltInTemplates.class.getResourceAsStream(key + ".json")) {
            return JSON.readValue(file, ReportTemplate.class).keyed(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By key, in the order in which they are offered. */
    Map<String, ReportTemplate> all() {
        return templates;
    }
}
