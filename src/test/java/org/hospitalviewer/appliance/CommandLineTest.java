package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    @Test
    void withoutOptionsTheHomeIsBesideAndTheBrowserOpens() {
        CommandLine line = CommandLine.parse(new String[0]);

        assertThat(line.home()).isEqualTo(Path.of("home"));
        assertThat(line.openBrowser()).isTrue();
        assertThat(line.stop()).isFalse();
        assertThat(CommandLine.parse(new String[] {"--stop"}).stop()).isTrue();
        assertThat(line.settings()).isEmpty();
    }

    @Test
    void everyOptionOfTheProductIsUnderstood() {
        CommandLine line = CommandLine.parse(new String[] {"--home", "/clinic/Ü 漢", "--port", "8081", "--dicom-port=11112",
            "--bind", "0.0.0.0", "--no-browser"});

        assertThat(line.home()).isEqualTo(Path.of("/clinic/Ü 漢"));
        assertThat(line.openBrowser()).isFalse();
        assertThat(line.settings()).containsEntry("viewer.http-port", "8081")
                .containsEntry("viewer.dicom-port", "11112").containsEntry("viewer.bind", "0.0.0.0");
    }

    @Test
    void anySettingCanBeGivenByItsName() {
        CommandLine line = CommandLine.parse(new String[] {"--viewer.ae-title=CLINIC"});

        assertThat(line.settings()).containsEntry("viewer.ae-title", "CLINIC");
    }

    @Test
    void aJobIsRunInsteadOfServing() {
        assertThat(CommandLine.parse(new String[0]).job()).isEmpty();
        assertThat(CommandLine.parse(new String[] {"--rebuild-index"}).job()).isEqualTo("indexRebuild");
        assertThat(CommandLine.parse(new String[] {"--check-files"}).job()).isEqualTo("fileCheck");
    }

    @Test
    void theKeyOfEncryptedCopiesIsInAFileOrInTheHomeFolderThatIsNamed() {
        CommandLine line = CommandLine.parse(new String[] {"--decrypt", "copies", "--key-file", "key.txt"});
        assertThat(line.decrypt()).isEqualTo(Path.of("copies"));
        assertThat(line.keyFile()).isEqualTo(Path.of("key.txt"));
        assertThat(line.homeGiven()).isFalse();
        assertThat(CommandLine.parse(new String[] {"--decrypt=copies", "--home=x"}).homeGiven()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "8080", "--viewer.ae-title", "-x", "--home", "--port"})
    void whatIsNotUnderstoodIsRefusedWithTheUsage(String option) {
        assertThatThrownBy(() -> CommandLine.parse(new String[] {option}))
                .isInstanceOf(StartProblem.class).hasMessageContaining(option).hasMessageContaining("Usage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x50", "-1", "65536", "99999999999", "80 80", "http"})
    void aPortIsANumber(String port) {
        assertThatThrownBy(() -> CommandLine.parse(new String[] {"--port", port}))
                .isInstanceOf(StartProblem.class).hasMessageContaining("--port");
    }
}
