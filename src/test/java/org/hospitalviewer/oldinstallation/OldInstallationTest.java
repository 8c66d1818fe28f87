package org.hospitalviewer.oldinstallation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hospitalviewer.access.Role.ADMIN;
import static org.hospitalviewer.access.Role.RADIOLOGIST;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.access.User;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import tools.jackson.databind.JsonNode;

/** Users, reports and a study list of the installation before this one, over HTTP. */
@ApplianceTest
class OldInstallationTest {

    private static final String PASSWORD = "my-old-password";
    /** As PHP's password_hash() writes it. */
    private static final String HASH = new BCryptPasswordEncoder(BCryptPasswordEncoder.BCryptVersion.$2Y, 5).encode(PASSWORD);

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    private ReportDesk desk;
    /** So that each test has users of its own. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void oneStudy() throws IOException {
        desk = ReportDesk.open(archive, users, port);
    }

    @Test
    void usersOfACsvFileKeepTheirPasswordsAndASecondRunAddsNobody() throws IOException {
        String csv = """
                id;Username;Password Hash;Full Name;E-Mail;Role;Is Active
                1;anna-%1$s;%2$s;"Dr. Anna; M\u00fcller";anna-%1$s@clinic.example;doctor;1
                2;ben-%1$s;%2$s;Ben;;Technician;0
                3;carl-%1$s;%2$s;Carl;;chief cook;1
                4;dora-%1$s;5f4dcc3b5aa765d61d8327deb882cf99;Dora;;admin;1
                5;x;%2$s;Too short;;admin;1
                """.formatted(mark, HASH);

        JsonNode trial = post("users?trial=true", csv.getBytes(Charset.forName("windows-1252")), 200);
        assertThat(trial.get("counts").get("ADDED").asInt()).isEqualTo(3);
        assertThat(outcomes(trial)).containsExactly("ADDED", "ADDED", "ADDED", "REFUSED", "REFUSED");
        assertThat(trial.get("findings").get(2).get("remark").asString()).contains("chief cook");
        assertThat(trial.get("findings").get(3).get("remark").asString()).contains("bcrypt");
        assertThat(users.all()).noneMatch(user -> user.username().endsWith(mark));

        assertThat(outcomes(post("users?trial=false", csv.getBytes(Charset.forName("windows-1252")), 200)))
                .isEqualTo(outcomes(trial));
        assertThat(user("anna").fullName()).isEqualTo("Dr. Anna; M\u00fcller");
        assertThat(user("anna").role()).isEqualTo(RADIOLOGIST);
        assertThat(user("ben").active()).isFalse();
        assertThat(login("anna-" + mark)).isEqualTo(200);
        assertThat(login("ben-" + mark)).isEqualTo(401);

        assertThat(outcomes(post("users?trial=false", bytes(csv), 200)))
                .containsExactly("KNOWN", "KNOWN", "KNOWN", "REFUSED", "REFUSED");
    }

    @Test
    void rowsOfAnSqlDumpAreReadWithTheirQuotesAndEscapes() throws IOException {
        String dump = """
                -- phpMyAdmin SQL Dump
                CREATE TABLE `users` (`id` int(11) NOT NULL, `username` varchar(50));
                INSERT INTO `sessions` (`id`, `user`) VALUES (1, 'INSERT INTO users');
                INSERT INTO `users` (`id`, `username`, `password_hash`, `full_name`, `email`, `role`, `is_active`) VALUES
                (1, 'eva-%1$s', '%2$s', 'Eva O\\'Neill, (chief)', NULL, 'radiologist', 1),
                (2, 'fred-%1$s', '%2$s', 'Fred ''the'' D''oh', 'fred-%1$s@clinic.example', 'viewer', 1);
                """.formatted(mark, HASH);
        assertThat(outcomes(post("users?trial=false", bytes(dump), 200))).containsExactly("ADDED", "ADDED");
        assertThat(user("eva").fullName()).isEqualTo("Eva O'Neill, (chief)");
        assertThat(user("fred").fullName()).isEqualTo("Fred 'the' D'oh");
        assertThat(login("eva-" + mark)).isEqualTo(200);
    }

    @Test
    void reportsBecomeSignedReportsOfTheirStudiesOnce() throws IOException {
        String study = desk.slice().studyUid();
        String json = """
                {"exported": "2026-01-01", "medical_reports": [
                  {"id": 7, "study_instance_uid": "%1$s", "status": "final", "report_type": "CT head",
                   "report_data": {"clinicalHistory": "Headache", "findings": "No <b>bleeding</b>", "conclusion": "Normal"},
                   "reporting_physician": "Dr. RADIOLOGIST", "finalized_at": "2024-03-05 14:30:00"},
                  {"id": 8, "studyInstanceUID": "%1$s", "status": "draft", "findings": "Second look"},
                  {"id": 9, "study_instance_uid": "1.2.3.4.5", "status": "final", "findings": "No images yet"},
                  {"id": 10, "findings": "Of no study"},
                  {"id": 11, "study_instance_uid": "%1$s", "status": "final", "findings": ""}
                ]}""".formatted(study);

        assertThat(outcomes(post("reports", bytes(json), 200))).containsExactly("ADDED", "ADDED", "REFUSED", "REFUSED", "REFUSED");
        assertThat(reports(study)).isEmpty();
        assertThat(outcomes(post("reports?trial=false", bytes(json), 200)))
                .containsExactly("ADDED", "ADDED", "REFUSED", "REFUSED", "REFUSED");
        assertThat(outcomes(post("reports?trial=false", bytes(json), 200)))
                .containsExactly("KNOWN", "KNOWN", "REFUSED", "REFUSED", "REFUSED");

        JsonNode signed = reports(study).get(0).get("report");
        assertThat(reports(study).size()).isEqualTo(2);
        assertThat(signed.get("status").asString()).isEqualTo("final");
        assertThat(signed.get("content").get("indication").asString()).isEqualTo("Headache");
        assertThat(signed.get("content").get("findings").asString()).isEqualTo("No <b>bleeding</b>");
        assertThat(signed.get("content").get("impression").asString()).isEqualTo("Normal");
        assertThat(signed.get("signature").get("line").asString()).isEqualTo("Dr. RADIOLOGIST (taken over from the previous installation)");
        assertThat(signed.get("signature").get("signedBy").get("username").asString()).isEqualTo("reporting-RADIOLOGIST");
        assertThat(signed.get("signature").get("signedAt").asString()).startsWith("2024-03-05T");
        assertThat(reports(study).get(1).get("report").get("status").asString()).isEqualTo("draft");
    }

    @Test
    void aStudyListTellsWhatIsMissingOnEitherSide() throws IOException {
        String csv = "StudyInstanceUID,Patient Name,Study Date\n%s,HERE,20240101\n1.2.3.4.5.%s,\"GONE^A\",20240102\nnone,X,\n"
                .formatted(desk.slice().studyUid(), Math.abs(mark.hashCode()));
        JsonNode compared = post("studies", bytes(csv), 200);
        assertThat(outcomes(compared)).startsWith("KNOWN", "ONLY_OLD", "REFUSED");
        assertThat(compared.get("findings").get(1).get("remark").asString()).isEqualTo("GONE^A, 20240102");
        ReportDesk other = ReportDesk.open(archive, users, port);
        JsonNode again = post("studies", bytes(csv), 200);
        assertThat(again.get("findings").valueStream().filter(finding -> finding.get("subject").asString()
                .equals(other.slice().studyUid())).findFirst().orElseThrow().get("outcome").asString()).isEqualTo("ONLY_HERE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "reports", "studies"})
    void whatIsNoSuchFileIsRefusedWithASentence(String kind) throws IOException {
        for (String nonsense : List.of("", "\u0000\u0001\u0002", "<html>", "INSERT INTO `users` (`a`) VALUES ('cut sh", "{", "[]",
                "\"never closed")) {
            assertThat(post(kind, bytes(nonsense), 400).get("detail").asString()).as(nonsense).isNotBlank();
        }
        assertThat(post(kind, new byte[OldFile.MAX_BYTES + 1], 413).get("detail").asString()).contains("16 MB");
    }

    @Test
    void deepAndWideJsonIsNoTrouble() throws IOException {
        String deep = "{\"a\":".repeat(400) + "1" + "}".repeat(400);
        assertThat(outcomes(post("reports", bytes(deep), 200))).containsExactly("REFUSED");
        assertThat(post("reports", bytes("[".repeat(100_000)), 400).get("detail").asString()).contains("JSON");
        assertThat(post("reports", bytes("[" + "{},".repeat(60_000) + "{}]"), 400).get("detail").asString()).contains("50000");
    }

    private User user(String name) {
        return users.all().stream().filter(user -> user.username().equals(name + "-" + mark)).findFirst().orElseThrow();
    }

    private int login(String username) throws IOException {
        return WebCaller.stranger(port).as(username, PASSWORD).get("/api/auth/me").statusCode();
    }

    private JsonNode reports(String study) throws IOException {
        return ReportDesk.read(desk.clinicians().as(ADMIN).get("/api/reports/study/" + study), 200);
    }

    private JsonNode post(String path, byte[] file, int status) throws IOException {
        HttpResponse<byte[]> answer = desk.clinicians().as(ADMIN).send("POST", "/api/old-installation/" + path,
                BodyPublishers.ofByteArray(file), "Content-Type", "application/octet-stream");
        return ReportDesk.read(answer, status);
    }

    private static List<String> outcomes(JsonNode takeover) {
        return takeover.get("findings").valueStream().map(finding -> finding.get("outcome").asString()).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
