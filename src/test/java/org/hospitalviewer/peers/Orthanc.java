package org.hospitalviewer.peers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An Orthanc server with its DICOMweb plugin on free ports, AE title ORTHANC, with an empty store of its own. */
public final class Orthanc implements AutoCloseable {
    public static final String AET = "ORTHANC";
    /** Of this client, at most. */
    private static final int KEPT_CONNECTIONS = 8;
    private static final Duration START_PATIENCE = Duration.ofSeconds(40);
    private static final List<Path> PLUGIN_FOLDERS = List.of(Path.of("/usr/lib/orthanc"),
            Path.of("/usr/share/orthanc/plugins"), Path.of("/usr/local/share/orthanc/plugins"));

    private final List<String> command;
    private final Map<String, String> environment;
    private PeerProcess process;
    private final Path folder;
    private final int httpPort;
    private final int dicomPort;
    private final String authorization;
    private final HttpClient http = HttpClient.newHttpClient();

    private Orthanc(List<String> command, Map<String, String> environment, Path folder, int httpPort, int dicomPort,
                    String authorization) {
        this.command = command;
        this.environment = environment;
        this.folder = folder;
        this.httpPort = httpPort;
        this.dicomPort = dicomPort;
        this.authorization = authorization;
    }

    /** Open to everybody on this machine. */
    public static Orthanc start() throws IOException {
        return start(Map.of());
    }

    /** Open to everybody on this machine, with additions to its environment, e.g. TCP_NODELAY=1. */
    public static Orthanc start(Map<String, String> environment) throws IOException {
        return start("\"AuthenticationEnabled\": false, \"KeepAlive\": false", "", environment);
    }

    /** The same with connections that stay open, as it is installed, for measurements. */
    public static Orthanc startAsInstalled(Map<String, String> environment) throws IOException {
        return start("\"AuthenticationEnabled\": false, \"KeepAlive\": true", "", environment);
    }

    /** Open to everybody on this machine; keeps its files compressed. */
    public static Orthanc startCompressing() throws IOException {
        return start("\"AuthenticationEnabled\": false, \"KeepAlive\": false, \"StorageCompression\": true", "",
                Map.of());
    }

    /** Asks for a user name and a password. */
    public static Orthanc startWithUser(String user, String password) throws IOException {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return start("\"KeepAlive\": false, \"AuthenticationEnabled\": true, \"RegisteredUsers\": {\"%s\": \"%s\"}".formatted(user, password),
                "Basic " + Base64.getEncoder().encodeToString(credentials), Map.of());
    }

    private static Orthanc start(String access, String authorization, Map<String, String> environment)
            throws IOException {
        String program = Needed.program("Orthanc", "orthanc").toString();
        String plugin = dicomWebPlugin();
        Path folder = Files.createTempDirectory("orthanc-");
        int http = FreePort.find();
        int dicom = FreePort.find();
        Path configuration = Files.writeString(folder.resolve("orthanc.json"), """
                {"Name": "peer", "StorageDirectory": "%1$s", "IndexDirectory": "%1$s", "HttpPort": %2$d,
                 "DicomPort": %3$d, "DicomAet": "%4$s", "DicomCheckCalledAet": false,
                 "RemoteAccessAllowed": false, %5$s, "OverwriteInstances": false, "Plugins": ["%6$s"],
                 "DicomWeb": {"Enable": true, "Root": "/dicom-web/", "EnableWado": true, "WadoRoot": "/wado"}}
                """.formatted(folder.resolve("storage"), http, dicom, AET, access, plugin));
        Orthanc orthanc = new Orthanc(List.of(program, configuration.toString()), environment, folder, http, dicom,
                authorization);
        orthanc.startAgain();
        return orthanc;
    }

    private static String dicomWebPlugin() throws IOException {
        for (Path plugins : PLUGIN_FOLDERS) {
            if (Files.isDirectory(plugins)) {
                try (Stream<Path> files = Files.list(plugins)) {
                    var found = files.filter(file -> file.getFileName().toString().startsWith("libOrthancDicomWeb.so"))
                            .findFirst();
                    if (found.isPresent()) {
                        return found.get().toString();
                    }
                }
            }
        }
        Needed.when(false, "Orthanc's DICOMweb plugin (Debian package orthanc-dicomweb) is not installed");
        throw new IllegalStateException();
    }

    /** Starts with what it held when it was stopped, on the same ports. */
    public void startAgain() throws IOException {
        process = PeerProcess.start(command, environment);
        awaitStart();
    }

    /** Ends the program and keeps what it holds. */
    public void stop() {
        process.close();
    }

    /** Cuts the program off at once, as a power cut does, where it would first finish what it is at. */
    public void kill() {
        process.kill();
    }

    private void awaitStart() {
        Await.until("Orthanc answers at port " + httpPort, START_PATIENCE, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(process.output());
            }
            return send(request("/system").GET()).statusCode() == 200;
        });
    }

    public int httpPort() {
        return httpPort;
    }

    /** Where it keeps its files. */
    public Path storage() {
        return folder.resolve("storage");
    }

    public int dicomPort() {
        return dicomPort;
    }

    /** Root of its DICOMweb services. */
    public URI dicomWeb() {
        return uri("/dicom-web");
    }

    /** JSON of a GET, e.g. {@code /instances}. */
    public String get(String path) throws IOException {
        return new String(getBytes(path), StandardCharsets.UTF_8);
    }

    /** Body of a GET, e.g. {@code /instances/{id}/file}. */
    public byte[] getBytes(String path) throws IOException {
        return succeed(request(path).GET());
    }

    /** JSON of a POST. */
    public String post(String path, String body) throws IOException {
        return new String(succeed(request(path).POST(HttpRequest.BodyPublishers.ofString(body))),
                StandardCharsets.UTF_8);
    }

    /** Deletes a resource, e.g. {@code /studies/{id}}. */
    public void delete(String path) throws IOException {
        succeed(request(path).DELETE());
    }

    /**
     * Puts a Part 10 file into its store and returns the answer, which names the instance. Orthanc closes kept connections
     * at moments when they are used again: the file is sent once more on each one that is closed, which changes nothing
     * when it has it already.
     */
    public String upload(Path file) throws IOException {
        IOException closed = null;
        for (int attempt = 0; attempt <= KEPT_CONNECTIONS; attempt++) {
            try {
                return new String(succeed(request("/instances").POST(HttpRequest.BodyPublishers.ofFile(file))),
                        StandardCharsets.UTF_8);
            } catch (IOException e) {
                closed = e;
            }
        }
        throw closed;
    }

    /** Makes an application entity at 127.0.0.1 known under a name, for {@code /modalities/{name}/store}. */
    public void addModality(String name, String aeTitle, int port) throws IOException {
        succeed(request("/modalities/" + name).PUT(HttpRequest.BodyPublishers.ofString(
                "[\"%s\", \"127.0.0.1\", %d]".formatted(aeTitle, port))));
    }

    /** What it has printed so far. */
    public String output() {
        return process.output();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + httpPort + path);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).timeout(WebCaller.PATIENCE);
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private byte[] succeed(HttpRequest.Builder request) throws IOException {
        HttpResponse<byte[]> response = send(request);
        if (response.statusCode() / 100 != 2) {
            throw new IOException("Orthanc answers %d to %s: %s".formatted(response.statusCode(), response.uri(),
                    new String(response.body(), StandardCharsets.UTF_8)));
        }
        return response.body();
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        process.close();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException failure) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
