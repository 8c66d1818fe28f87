package org.hospitalviewer.peers;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** nginx as Debian installs it. */
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
     * Serves the files of one folder: the limit of what a web server can do here.
     *
     * @param scratch an empty folder for its own files
     */
    public static Nginx start(Path files, Path scratch) throws IOException {
        return start("root " + files.toAbsolutePath() + ";", scratch);
    }

    /**
     * Hands on what is under a path to a server of this computer, as the guide for administrators has it.
     *
     * @param path    of that server, such as {@code /viewer/}
     * @param scratch an empty folder for its own files
     */
    public static Nginx inFrontOf(int server, String path, Path scratch) throws IOException {
        return start("""
                location %s {
                    proxy_pass http://127.0.0.1:%d;
                    proxy_http_version 1.1;
                    proxy_set_header Host $http_host;
                    proxy_set_header X-Forwarded-For $remote_addr;
                    proxy_set_header X-Forwarded-Proto $scheme;
                    proxy_set_header X-Forwarded-Port $server_port;
                    proxy_set_header Upgrade $http_upgrade;
                    proxy_set_header Connection $connection_upgrade;
                    proxy_buffering off;
                    proxy_request_buffering off;
                    client_max_body_size 0;
                    proxy_read_timeout 1h;
                }
                """.formatted(path, server), scratch);
    }

    private static Nginx start(String service, Path scratch) throws IOException {
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
                  map $http_upgrade $connection_upgrade { default upgrade; '' ''; }
                  server { listen 127.0.0.1:%d; %s }
                }
                """.formatted(port, service));
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
