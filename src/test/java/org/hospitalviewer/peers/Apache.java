package org.hospitalviewer.peers;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Apache's web server as Debian installs it. */
public final class Apache implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(10);
    private static final String MODULES = "/usr/lib/apache2/modules/mod_";

    private final int port;
    private final PeerProcess process;

    private Apache(int port, PeerProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Hands on what is under a path to a server of this computer, as the guide for administrators has it.
     *
     * @param path    of that server, such as {@code /viewer/}
     * @param scratch an empty folder for its own files
     */
    public static Apache inFrontOf(int server, String path, Path scratch) throws IOException {
        Path program = Needed.program("apache2", "apache2-bin");
        int port = FreePort.find();
        Path folder = Files.createDirectories(scratch).toAbsolutePath();
        Path configuration = Files.writeString(folder.resolve("apache.conf"), """
                ServerName localhost
                Listen 127.0.0.1:%d
                DefaultRuntimeDir %s
                PidFile apache.pid
                ErrorLog %s/error.log
                User www-data
                Group www-data
                %s
                ProxyPreserveHost On
                ProxyPass %s http://127.0.0.1:%d%s upgrade=websocket timeout=3600
                RequestHeader set X-Forwarded-Proto expr=%%{REQUEST_SCHEME}
                RequestHeader set X-Forwarded-Port  expr=%%{SERVER_PORT}
                LimitRequestBody 0
                """.formatted(port, folder, folder, modules("mpm_event", "authz_core", "proxy", "proxy_http", "proxy_wstunnel",
                "headers"), path, server, path));
        PeerProcess process = PeerProcess.start(List.of(program.toString(), "-f", configuration.toString(), "-D",
                "FOREGROUND"), Map.of());
        Await.until("Apache listens", START_PATIENCE, () -> {
            new Socket("127.0.0.1", port).close();
            return true;
        });
        return new Apache(port, process);
    }

    private static String modules(String... names) {
        return Stream.of(names).map(name -> "LoadModule " + name + "_module " + MODULES + name + ".so")
                .collect(Collectors.joining("\n"));
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.close();
    }
}
