package org.hospitalviewer.appliance.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.FreePort;
import org.hospitalviewer.peers.PeerProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged appliance over HTTPS, as browsers and openssl see it. */
class HttpsIT {

    private static final Duration START_PATIENCE = Duration.ofSeconds(120);

    @TempDir
    private Path folder;

    private static ApplianceProcess launch(Path home, int httpsPort, String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--viewer.https=true", "--viewer.https-port=" + httpsPort));
        all.addAll(List.of(options));
        return ApplianceProcess.launch(home, FreePort.find(), FreePort.find(), List.of(), all,
                ApplianceProcess.administrator());
    }

    private static ApplianceProcess start(Path home, int httpsPort, String... options) throws IOException {
        ApplianceProcess appliance = launch(home, httpsPort, options);
        Await.until("the appliance is up", START_PATIENCE, appliance::isUp);
        return appliance;
    }

    /** A client that trusts one certificate and nobody else. */
    private static HttpClient trusting(Certificate certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("appliance", certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Basic " + Base64.getEncoder()
                .encodeToString((FreshHome.ADMIN + ":" + FreshHome.PASSWORD).getBytes()));
    }

    /** What openssl gets when it knocks. */
    private X509Certificate shown(int port) throws Exception {
        String text = PeerProgram.of("openssl", "openssl").run(List.of("Q"), "s_client", "-connect",
                "127.0.0.1:" + port, "-servername", "localhost");
        String pem = text.substring(text.indexOf("-----BEGIN CERTIFICATE"), text.indexOf("-----END CERTIFICATE")
                + "-----END CERTIFICATE-----".length());
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes()));
    }

    private static List<Object> names(X509Certificate certificate) throws GeneralSecurityException {
        return certificate.getSubjectAlternativeNames().stream().<Object>map(name -> name.get(1)).toList();
    }

    private void openssl(String... arguments) throws Exception {
        PeerProgram.of("openssl", "openssl").run(List.of(), arguments);
    }

    @Test
    void aSelfMadeCertificateIsMadeOnceAndEverythingGoesOverHttps() throws Exception {
        Path home = FreshHome.make();
        int port = FreePort.find();
        X509Certificate first;
        try (ApplianceProcess appliance = start(home, port)) {
            assertThat(appliance.output()).contains("is ready: https://localhost:" + port + "/");
            first = shown(port);
            assertThat(names(first)).contains("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
            assertThat(first.getNotAfter().toInstant()).isAfter(Instant.now().plus(Duration.ofDays(3_600)));
            HttpClient client = trusting(first);
            String login = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(FreshHome.ADMIN, FreshHome.PASSWORD);
            HttpResponse<String> in = client.send(HttpRequest.newBuilder(URI.create("https://localhost:" + port
                    + "/api/auth/login")).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(login)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(in.statusCode()).isEqualTo(200);
            assertThat(in.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
            assertThat(in.headers().firstValue("Strict-Transport-Security")).as("not for a self-made one").isEmpty();
            assertThat(client.send(request("https://localhost:" + port + "/login").build(),
                    HttpResponse.BodyHandlers.ofString()).headers().firstValue("Strict-Transport-Security")).isEmpty();
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request("https://localhost:" + port + "/").build(),
                    HttpResponse.BodyHandlers.discarding())).isInstanceOf(SSLHandshakeException.class);
            assertHttpLeadsToHttps(appliance, port);
        }
        try (ApplianceProcess again = start(home, port)) {
            assertThat(again.isUp()).isTrue();
            assertThat(shown(port)).as("the same certificate").isEqualTo(first);
        }
    }

    private static void assertHttpLeadsToHttps(ApplianceProcess appliance, int port) throws Exception {
        HttpClient plain = HttpClient.newHttpClient();
        HttpResponse<Void> led = plain.send(request(appliance.url("/worklist?x=1")).build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(led.statusCode()).isEqualTo(308);
        assertThat(led.headers().firstValue("Location")).contains("https://localhost:" + port + "/worklist?x=1");
        assertThat(led.headers().firstValue("Set-Cookie")).isEmpty();
        HttpResponse<String> refused = plain.send(request(appliance.url("/api/auth/logout"))
                .POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("Use HTTPS on port " + port);
        assertThat(appliance.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void aCertificateAboutToEndOrDamagedIsMadeAnew() throws Exception {
        Path home = FreshHome.make();
        Files.writeString(home.resolve("config/https.p12"), "no key store at all");
        int port = FreePort.find();
        try (ApplianceProcess appliance = start(home, port)) {
            assertThat(appliance.isUp()).isTrue();
            assertThat(names(shown(port))).contains("localhost");
        }
    }

    @Test
    void theClinicsOwnPemCertificateIsUsedWithStrictTransport() throws Exception {
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("chain.pem");
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key.toString(), "-out",
                certificate.toString(), "-days", "90", "-subj", "/CN=clinic.example", "-addext",
                "subjectAltName=DNS:localhost");
        int port = FreePort.find();
        try (ApplianceProcess appliance = start(FreshHome.make(), port, "--viewer.https-certificate=" + certificate,
                "--viewer.https-key=" + key)) {
            X509Certificate shown = shown(port);
            assertThat(shown.getSubjectX500Principal().getName()).isEqualTo("CN=clinic.example");
            assertThat(trusting(shown).send(request("https://localhost:" + port + "/api/auth/me").build(),
                    HttpResponse.BodyHandlers.ofString()).headers().firstValue("Strict-Transport-Security")).isPresent();
            assertThat(appliance.isUp()).isTrue();
        }
    }

    @Test
    void aPkcs12FileWithoutPasswordIsUsed() throws Exception {
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("cert.pem");
        Path both = folder.resolve("both.p12");
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key.toString(), "-out",
                certificate.toString(), "-days", "90", "-subj", "/CN=p12.example");
        openssl("pkcs12", "-export", "-inkey", key.toString(), "-in", certificate.toString(), "-out", both.toString(),
                "-passout", "pass:");
        int port = FreePort.find();
        try (ApplianceProcess appliance = start(FreshHome.make(), port, "--viewer.https-certificate=" + both)) {
            assertThat(shown(port).getSubjectX500Principal().getName()).isEqualTo("CN=p12.example");
            assertThat(appliance.isUp()).isTrue();
        }
    }

    @Test
    void aCertificateThatCannotBeUsedIsOneSentence() throws Exception {
        Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "no certificate");
        ApplianceProcess appliance = launch(FreshHome.make(), FreePort.find(), "--viewer.https-certificate=" + nonsense,
                "--viewer.https-key=" + nonsense);
        assertThat(appliance.awaitExit()).isNotZero();
        assertThat(appliance.output()).hasLineCount(1).contains("nonsense.pem cannot be used for HTTPS")
                .contains("--viewer.https=false");
        ApplianceProcess missing = launch(FreshHome.make(), FreePort.find(),
                "--viewer.https-certificate=" + folder.resolve("missing.p12"));
        assertThat(missing.awaitExit()).isNotZero();
        assertThat(missing.output()).hasLineCount(1).contains("missing.p12");
    }
}
