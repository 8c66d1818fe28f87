package org.hospitalviewer.appliance.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.FreePort;
import org.junit.jupiter.api.Test;

/** The packaged appliance finds its settings at the start. */
class SettingsStartIT {

    private static ApplianceProcess launch(Path home, Map<String, String> environment) throws IOException {
        return ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(), List.of(), environment);
    }

    @Test
    void fileEnvironmentAndCommandLineAreToldApart() throws Exception {
        Path home = FreshHome.make();
        Files.writeString(home.resolve("config/application.properties"),
                "viewer.clinic-name=Klinik Ü 漢\nviewer.ae-title=FILE\n");
        Map<String, String> environment = new HashMap<>(ApplianceProcess.administrator());
        environment.put("VIEWER_AE_TITLE", "ENVIRONMENT");
        try (ApplianceProcess appliance = launch(home, environment)) {
            Await.until("the appliance is up", Duration.ofSeconds(120), appliance::isUp);
            String config = new String(appliance.get("/api/system/config").body());
            assertThat(config).contains("\"viewer.clinic-name\":{\"value\":\"Klinik Ü 漢\",\"source\":\"FILE\"",
                    "\"viewer.ae-title\":{\"value\":\"ENVIRONMENT\",\"source\":\"ENVIRONMENT\"",
                    "\"viewer.http-port\":{\"value\":\"" + appliance.httpPort() + "\",\"source\":\"COMMAND_LINE\"",
                    "\"viewer.https\":{\"value\":\"false\",\"source\":\"DEFAULT\"");
            assertThat(appliance.output()).contains("DICOM: ENVIRONMENT on port");
        }
    }

    @Test
    void aValueThatMakesNoSenseIsNamedWithItsPlace() throws Exception {
        Path home = FreshHome.make();
        Files.writeString(home.resolve("config/application.properties"), "# first line\nviewer.idle-minutes=soon\n");
        ApplianceProcess appliance = launch(home, Map.of());
        assertThat(appliance.awaitExit()).isNotZero();
        assertThat(appliance.output()).hasLineCount(1).contains("viewer.idle-minutes cannot be 'soon'")
                .contains("application.properties").contains("2:");
        assertThat(ProcessHandle.allProcesses().flatMap(process -> process.info().commandLine().stream()))
                .as("a database that was started beside the program")
                .noneMatch(command -> command.contains("--datadir=" + home));
    }
}
