package org.hospitalviewer.peers;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** nginx as Debian installs it, serving the files of one folder: the limit of what a web server can do here. */
public final class Nginx implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofSeconds(10);
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");

    private final int port;
    private final PeerProcess process;

    private Nginx(int port, PeerProcess process) {
        this.port = port;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param files   what it serves
     * @param scratch an empty folder for its own files
     */
    public static Nginx start(Path files, Path scratch) throws IOException {
        Needed.when(Files.isExecutable(PROGRAM), "nginx (Debian package nginx-light)");
        int port = FreePort.find();
        Path configuration = Files.writeString(Files.createDirectories(scratch).resolve("nginx.conf"), """
                worker_processes 2;
                pid nginx.pid;
                error_log error.log;
                events { worker_connections 256; }
                http {
                  access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000;
                  client_body_temp_path a; proxy_temp_path b; fastcgi_temp_path c; uwsgi_temp_path d; scgi_temp_path e;
                  default_type application/octet-stream;
                  server { listen 127.0.0.1:%d; root %s; }
                }
                """.formatted(port, files.toAbsolutePath()));
        PeerProcess process = PeerProcess.start(List.of(PROGRAM.toString(), "-p", scratch.toAbsolutePath() + "/", "-c",
                configuration.toAbsolutePath().toString(), "-g", "daemon off;"), Map.of());
        Await.until("nginx listens", START_PATIENCE, () -> {
            new Socket("127.0.0.1", port).close();
            return true;
        });
        return new Nginx(port, process);
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        process.close();
    }
}
