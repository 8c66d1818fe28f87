package org.hospitalviewer.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.hospitalviewer.appliance.StartProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate that it made itself. */
class TrustTest {

    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "server", "-storepass", PASSWORD, "-keystore",
                folder.resolve("server.p12").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile()).start();
        assertThat(process.waitFor()).as(Files.readString(folder.resolve("keytool.log"))).isZero();
    }

    private SSLContext selfMade() throws Exception {
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=orthanc", "-ext", "san=ip:127.0.0.1", "-storetype",
                "PKCS12");
        keytool("-exportcert", "-rfc", "-file", folder.resolve("server.pem").toString());
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void aSelfMadeCertificateIsTrustedOnlyWhenItIsGiven() throws Exception {
        try (ScriptedServer server = ScriptedServer.encrypted(selfMade());
                RemoteArchive stranger = server.archiveTrusting(folder.resolve("a"), "");
                RemoteArchive friend = server.archiveTrusting(folder.resolve("b"),
                        folder.resolve("server.pem").toString())) {
            assertThat(friend.health().available()).isTrue();
            assertThat(stranger.health().available()).isFalse();
            assertThat(stranger.health().problem()).contains("certificate is not trusted");
        }
    }

    @Test
    void aFileThatHoldsNoCertificatesIsNamedAtTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("nonsense.pem"), "nonsense");
        assertThatThrownBy(() -> Trust.of(file.toString())).isInstanceOf(StartProblem.class)
                .hasMessageContaining("nonsense.pem");
    }
}
