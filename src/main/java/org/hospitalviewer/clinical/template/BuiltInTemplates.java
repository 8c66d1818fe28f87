package org.hospitalviewer.clinical.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hospitalviewer.language.Language;
import org.hospitalviewer.language.Languages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The templates that come with the program, in English and as far as there are any in the other languages. */
@Component
class BuiltInTemplates {

    static final JsonMapper JSON = JsonMapper.builder().disable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    /** In the order in which they are offered. */
    private static final List<String> KEYS = List.of("ct-head", "ct-chest", "ct-abdomen-pelvis", "mr-brain", "mr-spine",
            "mr-knee", "cr-chest", "us-abdomen", "us-obstetric", "mammography", "blank");

    private final Map<String, Map<String, ReportTemplate>> templates = Languages.spoken().stream()
            .collect(Collectors.toMap(language -> language, BuiltInTemplates::read));

    private static Map<String, ReportTemplate> read(String language) {
        Map<String, ReportTemplate> all = new LinkedHashMap<>();
        KEYS.forEach(key -> all.put(key, read(language, key)));
        return all;
    }

    private static ReportTemplate read(String language, String key) {
        URL own = BuiltInTemplates.class.getResource(language + "/" + key + ".json");
        URL file = own == null ? BuiltInTemplates.class.getResource(key + ".json") : own;
        try (InputStream stream = file.openStream()) {
            return JSON.readValue(stream, ReportTemplate.class).keyed(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By key, in the order in which they are offered. */
    Map<String, ReportTemplate> all(Language language) {
        return templates.get(language.code());
    }
}
