package org.hospitalviewer.appliance.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.AuditEntry;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.appliance.secret.Secrets;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.clinical.report.ReportDesk;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * The support bundle of an appliance with a patient, a report and secrets. Of its own, because parts of the names of other
 * tests' patients are left out, too.
 */
@ApplianceTest
@TestPropertySource(properties = "test.appliance=of-support-bundle")
class SupportBundleTest {

    private static final Logger LOG = LoggerFactory.getLogger(SupportBundleTest.class);
    private static final String SECRET = "hush-Zanzibar-99";

    @Autowired
    private SupportFacts facts;
    @Autowired
    private Archive archive;
    @Autowired
    private Users users;
    @Autowired
    private Secrets secrets;
    @Autowired
    private AuditLog audit;
    @LocalServerPort
    private int port;
    @TempDir
    private Path folder;

    private Slice patient() {
        return Slice.alone().with(Tag.PatientName, VR.PN, "Zyxwolf^Quendoline").with(Tag.PatientID, VR.LO, "481")
                .with(Tag.PatientBirthDate, VR.DA, "19510203").with(Tag.AccessionNumber, VR.SH, "ACC7781")
                .with(Tag.StudyDescription, VR.LO, "Bramblefoot");
    }

    @Test
    void holdsNothingOfAPatientNoTextAndNoSecret() throws IOException {
        Slice slice = patient();
        ReportDesk.open(archive, users, port, slice).draft("Gallowglass lesion of the liver");
        secrets.put("support-test", SECRET);
        LOG.warn("Refused {} from {} ({}): {}", "Zyxwolf^Quendoline", "481", slice.sopUid(), "ACC7781 of 03.02.1951");
        LOG.error("The file {} could not be taken", "/mnt/Quendoline Zyxwolf/19510203.dcm",
                new IOException("Zyxwolf has " + SECRET));

        HttpResponse<byte[]> answer = admin().get("/api/support/bundle");
        Map<String, String> entries = unpacked(answer.body());

        assertThat(entries.keySet()).contains("README.txt", "versions.txt", "settings.txt", "counts.txt", "health.txt",
                "jobs.txt", "logs/viewer.log", "problems.txt");
        assertThat(entries).allSatisfy((name, text) -> assertThat((name + text).toLowerCase(Locale.ROOT)).as(name)
                .doesNotContain("zyxwolf", "quendoline", "19510203", "1951-02-03", "03.02.1951", "acc7781", "bramblefoot",
                        "gallowglass", "zanzibar", slice.studyUid(), slice.seriesUid(), slice.sopUid(),
                        FreshHome.ADMIN, FreshHome.PASSWORD));
        assertThat(entries.get("logs/viewer.log")).doesNotContain(" 481 ", "481 (", "from 481")
                .contains("Refused … from …", "The file … could not be taken", "java.io.IOException: …",
                        "\tat org.hospitalviewer.appliance.support.SupportBundleTest.holdsNothing");
    }

    @Test
    void tellsVersionsSettingsCountsAndHealth() throws IOException {
        Map<String, String> entries = unpacked(admin().get("/api/support/bundle").body());

        assertThat(entries.get("versions.txt")).contains("java: 25", "operating system: ", "-MariaDB");
        assertThat(entries.get("settings.txt")).contains("viewer.https: false (DEFAULT)", "viewer.ae-title: set (DEFAULT)");
        assertThat(entries.get("counts.txt")).containsPattern("studies: \\d+").containsPattern("rows of users: [1-9]");
        assertThat(entries.get("health.txt")).contains("archive answers: yes", "room on the disk: ");
        assertThat(entries.get("problems.txt")).isEqualTo("None.\n");
        assertThat(entries.get("README.txt")).contains("Read them before you send them");
    }

    @Test
    void isForAdministratorsAndAudited() throws IOException {
        users.create("support-technician", "support-test-password", "", Role.TECHNICIAN);
        WebCaller technician = WebCaller.stranger(port).as("support-technician", "support-test-password");
        assertThat(technician.get("/api/support/bundle").statusCode()).isEqualTo(403);
        assertThat(WebCaller.stranger(port).get("/api/support/bundle").statusCode()).isEqualTo(401);

        HttpResponse<byte[]> answer = admin().get("/api/support/bundle");

        String name = "support-" + LocalDate.now() + ".zip";
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).contains(name);
        List<AuditEntry> rows = audit.newest(0, 20);
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.action()).isEqualTo("MAKE_SUPPORT_BUNDLE");
            assertThat(row.username()).isEqualTo(FreshHome.ADMIN);
            assertThat(row.resourceId()).isEqualTo(name);
        });
    }

    @Test
    void aHugeLogIsBoundedAndFilesOfOthersAreLeft() throws IOException {
        Files.writeString(folder.resolve("viewer.log"), "the first line\n" + "Association with … released\n".repeat(400_000)
                + "the last line\n");
        Files.writeString(folder.resolve("Zyxwolf.log"), "images");
        Files.createSymbolicLink(folder.resolve("database.log"), folder.resolve("Zyxwolf.log"));
        for (int number = 0; number < 30; number++) {
            Files.writeString(folder.resolve("jobs-sync." + number + ".log"), "images");
        }

        Map<String, String> entries = unpacked(of(folder, new ByteArrayOutputStream()));

        String log = entries.get("logs/viewer.log");
        assertThat(log.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LogFolder.MOST_BYTES + 100);
        assertThat(log).endsWith("the last line\n").doesNotContain("first");
        assertThat(entries.keySet()).filteredOn(name -> name.startsWith("logs/")).hasSize(LogFolder.MOST_FILES)
                .noneMatch(name -> name.contains("Zyxwolf") || name.contains("database"));
    }

    /** It vanishes while the bundle is written, as when it is rotated away. */
    @Test
    void aLogThatCannotBeReadIsToldAndTheRestIsThere() throws IOException {
        Path vanishing = Files.writeString(folder.resolve("database.log"), "ready for connections\n");
        Files.writeString(folder.resolve("viewer.log"), "Association released\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                if (new String(bytes, from, length, StandardCharsets.ISO_8859_1).contains("logs/viewer.log")) {
                    delete(vanishing);
                }
                super.write(bytes, from, length);
            }
        };

        Map<String, String> entries = unpacked(of(folder, out));

        assertThat(entries.get("problems.txt")).isEqualTo("logs/database.log could not be read: NoSuchFileException\n");
        assertThat(entries.get("logs/viewer.log")).isEqualTo("Association released\n");
        assertThat(entries.get("versions.txt")).contains("java: 25");
    }

    @Test
    void withoutALogFolderTheRestIsThere() throws IOException {
        Map<String, String> entries = unpacked(of(folder.resolve("none"), new ByteArrayOutputStream()));

        assertThat(entries.get("problems.txt")).contains("The folder of the logs could not be read");
        assertThat(entries.get("counts.txt")).contains("studies: ");
    }

    private byte[] of(Path logs, ByteArrayOutputStream out) throws IOException {
        new SupportBundle(facts, archive, users, logs).writeTo(out);
        return out.toByteArray();
    }

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private static Map<String, String> unpacked(byte[] file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
