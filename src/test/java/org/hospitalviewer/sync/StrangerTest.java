package org.hospitalviewer.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.hospitalviewer.sync.target.FolderConnection;
import org.hospitalviewer.sync.target.TargetException;
import org.hospitalviewer.sync.target.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that a web server shows to everybody is no target. */
class StrangerTest {

    @TempDir
    private Path folder;

    @Test
    void aFolderThatTheWebShowsIsRefusedAndOneThatItHidesIsTaken() throws IOException {
        AtomicBoolean heedsHtaccess = new AtomicBoolean();
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/", exchange -> {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring("/images/".length()));
            boolean shown = Files.exists(file) && !(heedsHtaccess.get() && Files.exists(folder.resolve(".htaccess")));
            byte[] bytes = shown ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(shown ? 200 : 403, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        web.start();
        try {
            SyncTarget target = new SyncTarget(1, "host", TargetKind.FTPS, true, "h", 21, "u", "", "",
                    "http://127.0.0.1:" + web.getAddress().getPort() + "/images/", true, false, 1, null, null, null, null,
                    "", false, 0);
            assertThatThrownBy(() -> new Preparation().prepare(target, FolderConnection.open(folder), true))
                    .isInstanceOfSatisfying(TargetException.class,
                            e -> assertThat(e.trouble()).isEqualTo(Trouble.EXPOSED))
                    .hasMessageContaining("Anybody can read");
            heedsHtaccess.set(true);
            new Preparation().prepare(target, FolderConnection.open(folder), true);
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left.map(file -> file.getFileName().toString())).containsExactly(".htaccess");
            }
        } finally {
            web.stop(0);
        }
    }
}
