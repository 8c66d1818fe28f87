package org.hospitalviewer.appliance.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

class SettingsFileTest {

    @TempDir
    private Path folder;

    private String after(String before, String property, String value) throws IOException {
        Path file = Files.writeString(folder.resolve("application.properties"), before);
        new SettingsFile(file).write(Map.of(property, value));
        return Files.readString(file);
    }

    /** As Spring Boot reads the file at the next start. */
    private Object read(String property) throws IOException {
        List<PropertySource<?>> sources = new PropertiesPropertySourceLoader().load("x",
                new FileSystemResource(folder.resolve("application.properties")), StandardCharsets.UTF_8);
        return sources.getFirst().getProperty(property);
    }

    @Test
    void whatPeopleWroteStays() throws IOException {
        assertThat(after("# Ünsere Klinik\n\nother.thing = 7\nviewer.ae-title=OLD\n! end\n", "viewer.ae-title", "NEW"))
                .isEqualTo("# Ünsere Klinik\n\nother.thing = 7\nviewer.ae-title=NEW\n! end\n");
    }

    @Test
    void aValueGoesBelowItsExplanation() throws IOException {
        assertThat(after("# The port.\n#viewer.http-port=8080\n\n# The name.\n", "viewer.http-port", "8081"))
                .isEqualTo("# The port.\n#viewer.http-port=8080\nviewer.http-port=8081\n\n# The name.\n");
        assertThat(after("a=b", "viewer.http-port", "8081")).isEqualTo("a=b\nviewer.http-port=8081\n");
    }

    @Test
    void otherSpellingsAndContinuedLinesAreTheSameSetting() throws IOException {
        assertThat(after("viewer.aeTitle : OLD\n", "viewer.ae-title", "NEW")).isEqualTo("viewer.ae-title=NEW\n");
        assertThat(after("viewer.clinic-name=One \\\n   Two\nz=1\n", "viewer.clinic-name", "Three"))
                .isEqualTo("viewer.clinic-name=Three\nz=1\n");
        assertThat(after("# a comment \\\nviewer.bind=::1\n", "viewer.bind", ""))
                .isEqualTo("# a comment \\\nviewer.bind=\n");
    }

    @Test
    void theLastOfSeveralCountsAndIsTheOneThatChanges() throws IOException {
        after("viewer.ae-title=A\nviewer.ae-title=B\n", "viewer.ae-title", "C");
        assertThat(read("viewer.ae-title")).hasToString("C");
    }

    @Test
    void everyCharacterComesBack() throws IOException {
        for (String name : List.of("Klinik Ü 漢 😀", "a\\b", " leading", "#hash", "x=y:z!", "C:\\certs\\new.pem")) {
            after("# nothing\n", "viewer.clinic-name", name);
            assertThat(read("viewer.clinic-name")).hasToString(name);
        }
    }

    @Test
    void aFileInAnOldEncodingOrMissingIsNoObstacle() throws IOException {
        Path file = Files.write(folder.resolve("application.properties"),
                "# für uns\n".getBytes(StandardCharsets.ISO_8859_1));
        new SettingsFile(file).write(Map.of("viewer.ae-title", "NEW"));
        assertThat(Files.readString(file)).isEqualTo("# für uns\nviewer.ae-title=NEW\n");
        Files.delete(file);
        new SettingsFile(file).write(Map.of("viewer.ae-title", "NEW"));
        assertThat(file).hasContent("viewer.ae-title=NEW\n");
        assertThat(folder.toFile().list()).containsExactly("application.properties");
    }
}
