package org.hospitalviewer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code --demo} in an empty home, and again in the same one. */
class DemoIT {

    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern USER = Pattern.compile("(demo-\\w+)  (\\w{14})");
    private final ObjectMapper mapper = new ObjectMapper();

    private static ApplianceProcess start(Path home) throws IOException {
        ApplianceProcess appliance = ApplianceProcess.launchPacked(home, List.of("--demo"));
        Await.until("four users are printed: " + appliance.output(), PATIENCE, () -> users(appliance).size() == 4);
        return appliance;
    }

    /** User names and passwords as printed. */
    private static Map<String, String> users(ApplianceProcess appliance) {
        Map<String, String> users = new TreeMap<>();
        Matcher printed = USER.matcher(appliance.output());
        while (printed.find()) {
            users.put(printed.group(1), printed.group(2));
        }
        return users;
    }

    private JsonNode ask(ApplianceProcess appliance, String path) throws IOException {
        Map<String, String> users = users(appliance);
        byte[] answer = WebCaller.stranger(appliance.httpPort()).as("demo-viewer", users.get("demo-viewer"))
                .get(path).body();
        return mapper.readTree(answer);
    }

    /** Images by modality and Patient ID. */
    private Map<String, Integer> studies(ApplianceProcess appliance) throws IOException {
        Map<String, Integer> studies = new TreeMap<>();
        for (JsonNode study : ask(appliance, "/dicom-web/studies?PatientID=DEMO-*")) {
            studies.merge(study.at("/00080061/Value/0").asString() + " " + study.at("/00100020/Value/0").asString(),
                    study.at("/00201208/Value/0").asInt(), Integer::sum);
        }
        return studies;
    }

    @Test
    void theDemoBringsUsersAndStudiesOnce() throws Exception {
        Map<String, Integer> all = Map.of("CR DEMO-CR-CHEST", 1, "CT DEMO-CT-CHEST", 80, "CT DEMO-CT-HEAD", 72,
                "MR DEMO-MR-HEAD", 36, "US DEMO-US-HEART", 1);
        Path home = FreshHome.make();
        Map<String, String> first;
        try (ApplianceProcess appliance = start(home)) {
            first = users(appliance);
            assertThat(first.keySet()).containsExactly("demo-admin", "demo-radiologist", "demo-technician", "demo-viewer");
            Await.until("the demo studies are there", PATIENCE, () -> studies(appliance).equals(all));
            JsonNode loop = ask(appliance, "/dicom-web/instances?PatientID=DEMO-US-HEART&includefield=NumberOfFrames,"
                    + "PhotometricInterpretation,PatientComments").get(0);
            assertThat(loop.at("/00280008/Value/0").asInt()).isEqualTo(30);
            assertThat(loop.at("/00280004/Value/0").asString()).isEqualTo("RGB");
            assertThat(loop.at("/00104000/Value/0").asString()).contains("no patient");
            assertThat(WebCaller.stranger(appliance.httpPort()).as("demo-admin", first.get("demo-admin"))
                    .get("/api/audit/logs").statusCode()).isEqualTo(200);
        }
        try (ApplianceProcess appliance = start(home)) {
            assertThat(users(appliance)).doesNotContainEntry("demo-admin", first.get("demo-admin"));
            assertThat(studies(appliance)).isEqualTo(all);
            assertThat(new String(appliance.get("/actuator/health").body(), StandardCharsets.UTF_8)).contains("UP");
        }
    }
}
