package org.hospitalviewer.appliance.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.language.Language;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Settings of a home of their own, from all four sources. */
@ApplianceTest
class SettingsTest {

    @Autowired
    private AuditLog audit;
    @LocalServerPort
    private int port;
    @TempDir
    private Path folder;
    private final Map<String, Object> variables = new HashMap<>();
    private String[] commandLine = {};
    private Home home;

    @BeforeEach
    void makeHome() throws IOException {
        home = new Home(folder);
        Files.createDirectories(home.config());
    }

    private Settings settings() {
        StandardEnvironment environment = new StandardEnvironment();
        MutablePropertySources sources = environment.getPropertySources();
        sources.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        sources.addFirst(new SimpleCommandLinePropertySource(commandLine));
        sources.addLast(new MapPropertySource("Config resource 'class path resource [application.properties]'",
                Map.of("viewer.reserve-megabytes", "600")));
        return new Settings(environment, new SettingSources(environment, home.settingsFile()).read(), home, audit);
    }

    private void file(String text) throws IOException {
        Files.writeString(home.settingsFile(), text);
    }

    private static SettingValue value(Settings settings, SettingField field) {
        return settings.all().stream().filter(value -> value.field() == field).findFirst().orElseThrow();
    }

    @Test
    void theLaterSourceWinsAndIsNamed() throws IOException {
        file("viewer.ae-title=FILE\nviewer.dicom-port=1111\nviewer.http-port=2222\n");
        variables.put("VIEWER_DICOM_PORT", "3333");
        variables.put("VIEWER_HTTP_PORT", "4444");
        commandLine = new String[] {"--viewer.http-port=5555"};
        Settings settings = settings();

        assertThat(value(settings, SettingField.CLINIC_NAME).source()).isEqualTo(SettingSource.DEFAULT);
        assertThat(value(settings, SettingField.RESERVE_MEGABYTES))
                .isEqualTo(new SettingValue(SettingField.RESERVE_MEGABYTES, "600", SettingSource.DEFAULT, false));
        assertThat(value(settings, SettingField.AE_TITLE))
                .isEqualTo(new SettingValue(SettingField.AE_TITLE, "FILE", SettingSource.FILE, false));
        assertThat(value(settings, SettingField.DICOM_PORT))
                .isEqualTo(new SettingValue(SettingField.DICOM_PORT, "3333", SettingSource.ENVIRONMENT, false));
        assertThat(value(settings, SettingField.HTTP_PORT))
                .isEqualTo(new SettingValue(SettingField.HTTP_PORT, "5555", SettingSource.COMMAND_LINE, false));
        assertThat(value(settings, SettingField.HTTP_PORT).isFixed()).isTrue();
    }

    @Test
    void aChangeIsInTheFileAtOnceAndCountsWhenItCan() throws IOException {
        file("# ours\nviewer.ae-title=OLD\n");
        Settings settings = settings();

        assertThat(settings.change(Map.of(SettingField.AE_TITLE, " NEW ", SettingField.CLINIC_NAME, "Klinik Ü ${x} 漢",
                SettingField.DICOM_PORT, "11112"))).isEmpty();

        assertThat(settings.current().aeTitle()).isEqualTo("NEW");
        assertThat(settings.current().clinicName()).isEqualTo("Klinik Ü ${x} 漢");
        assertThat(Files.readString(home.settingsFile())).startsWith("# ours\nviewer.ae-title=NEW\n");
        assertThat(value(settings, SettingField.AE_TITLE).pending()).isFalse();
        assertThat(value(settings, SettingField.DICOM_PORT).pending()).isTrue();
        assertThat(settings.isRestartNeeded()).isTrue();
        assertThat(settings().current()).as("after the next start").isEqualTo(settings.current());
        assertThat(audit.newest(0, 10)).anyMatch(entry -> entry.action().equals("CHANGE_SETTING")
                && entry.resourceId().equals("viewer.ae-title=NEW"));
    }

    @Test
    void whatAStrongerSourceHasCannotBeChangedAndNothingElseIs() throws IOException {
        file("viewer.ae-title=OLD\n");
        commandLine = new String[] {"--viewer.dicom-port=4242"};
        Settings settings = settings();

        assertThat(settings.change(Map.of(SettingField.DICOM_PORT, "11112", SettingField.AE_TITLE, "NEW")))
                .containsExactly(Map.entry(SettingField.DICOM_PORT, SettingProblem.FIXED));

        assertThat(settings.current().aeTitle()).isEqualTo("OLD");
        assertThat(home.settingsFile()).hasContent("viewer.ae-title=OLD\n");
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {
        "DICOM_PORT,0,PORT", "DICOM_PORT,65536,PORT", "DICOM_PORT,x,PORT", "DICOM_PORT,'',PORT",
        "DICOM_PORT,99999999999999,PORT", "HTTP_PORT,4242,PORT_TWICE", "HTTPS_PORT,8080,PORT_TWICE",
        "AE_TITLE,'',AE_TITLE", "AE_TITLE,'  ',AE_TITLE", "AE_TITLE,SEVENTEEN-LETTERS,AE_TITLE",
        "AE_TITLE,BACK\\SLASH,AE_TITLE", "AE_TITLE,ÜBER,AE_TITLE", "BIND,300.1.1.1,ADDRESS",
        "BIND,no such host,ADDRESS", "BIND,203.0.113.9,ADDRESS", "STRICT_CALLED_AE_TITLE,yes,SWITCH",
        "RESERVE_MEGABYTES,10,NUMBER", "RESERVE_MEGABYTES,-1,NUMBER", "IDLE_MINUTES,0,NUMBER",
        "IDLE_MINUTES,1.5,NUMBER", "HTTPS_CERTIFICATE,/no/such/file.pem,FILE", "HTTPS_KEY,/,FILE",
        "DOCUMENT_LANGUAGE,xx,CHOICE", "DOCUMENT_LANGUAGE,'',CHOICE", "DOCUMENT_LANGUAGE,../es,CHOICE"})
    void aWrongValueIsRefusedWithItsReason(SettingField field, String value, SettingProblem problem) {
        assertThat(settings().change(Map.of(field, value))).containsValue(problem);
        assertThat(home.settingsFile()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"BIND,0.0.0.0", "BIND,127.0.0.1", "BIND,::1", "BIND,::", "AE_TITLE,A b~[c]", "AE_TITLE,SIXTEEN-LETTERS-",
        "DICOM_PORT,104", "DOCUMENT_LANGUAGE,es", "CLINIC_NAME,''"})
    void aRightValueIsTaken(SettingField field, String value) {
        assertThat(settings().change(Map.of(field, value))).isEmpty();
    }

    @Test
    void aLanguageThatIsNotSpokenIsNamedAtTheStart() throws IOException {
        file("viewer.document-language=es\n");
        assertThat(settings().current().documentLanguage()).isEqualTo(new Language("es"));
        file("viewer.document-language=klingon\n");
        assertThatThrownBy(this::settings).isInstanceOfSatisfying(BindException.class, wrong -> {
            assertThat(wrong.getName()).hasToString("viewer.document-language");
            assertThat(wrong.getProperty().getValue()).isEqualTo("klingon");
        });
    }

    @Test
    void aLineBreakDoesNotSmuggleAnotherSettingIn() {
        assertThat(settings().change(Map.of(SettingField.CLINIC_NAME, "x\nviewer.https=false")))
                .containsEntry(SettingField.CLINIC_NAME, SettingProblem.TEXT);
    }

    @Test
    void theConfigurationIsShownToTheAdministratorsProgramsWithoutSecrets() throws IOException {
        String config = WebCaller.text(WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD)
                .get("/api/system/config"));
        assertThat(config).contains("\"viewer.ae-title\":{\"value\":\"DICOMVIEWER\",\"source\":\"DEFAULT\"",
                "\"restartNeeded\":false").doesNotContain(FreshHome.PASSWORD, "password");
    }
}
