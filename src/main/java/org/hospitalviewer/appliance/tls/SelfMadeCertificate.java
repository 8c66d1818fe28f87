package org.hospitalviewer.appliance.tls;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hospitalviewer.appliance.StartProblem;
import org.hospitalviewer.appliance.secret.SecretUnreadableException;
import org.hospitalviewer.appliance.secret.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate for this computer's names and addresses that the appliance makes itself, by the Java runtime's own
 * {@code keytool}. It is made anew when it is about to end or cannot be opened.
 *
 * @param file {@code config/https.p12} in the home folder
 */
record SelfMadeCertificate(Path file, Secrets secrets) {

    private static final Logger LOG = LoggerFactory.getLogger(SelfMadeCertificate.class);
    private static final String PASSWORD = "https-keystore";
    private static final int PASSWORD_BYTES = 24;
    private static final String VALID_DAYS = "3650";
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    ServerCertificate open() {
        try {
            if (Files.exists(file)) {
                ServerCertificate present = load(secrets.get(PASSWORD).orElse(""));
                if (present.isValidAt(Instant.now().plus(RENEWED_BEFORE_END))) {
                    return present;
                }
            }
        } catch (IOException | GeneralSecurityException | SecretUnreadableException e) {
            LOG.warn("The self-made certificate cannot be opened and is made anew: {}", e.getMessage());
        }
        try {
            return make();
        } catch (IOException | GeneralSecurityException | SecretUnreadableException e) {
            throw new StartProblem("The certificate for HTTPS cannot be made: " + e.getMessage()
                    + " Start once with --viewer.https=false to correct it.", e);
        }
    }

    private ServerCertificate load(String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        ServerCertificate certificate = new ServerCertificate(store, password, true);
        certificate.certificate();
        return certificate;
    }

    private ServerCertificate make() throws IOException, GeneralSecurityException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().encodeToString(random);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        keytool(draft, password);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        secrets.put(PASSWORD, password);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return load(password);
    }

    /** The password goes through the environment: everybody on the computer can read command lines. */
    private static void keytool(Path store, String password) throws IOException {
        String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        ProcessBuilder builder = new ProcessBuilder(List.of(program, "-J-Duser.language=en", "-J-Xmx64m", "-genkeypair",
                "-alias", "viewer", "-keyalg", "EC", "-groupname", "secp256r1", "-sigalg", "SHA256withECDSA",
                "-startdate", "-1d", "-validity", VALID_DAYS, "-dname", "CN=Hospital DICOM Viewer Pro",
                "-ext", "SAN=" + String.join(",", names()), "-ext", "EKU=serverAuth", "-storetype", "PKCS12",
                "-keystore", store.toString(), "-storepass:env", "VIEWER_STORE_PASSWORD")).redirectErrorStream(true);
        builder.environment().put("VIEWER_STORE_PASSWORD", password);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("keytool says: " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Subject alternative names: what people may type to reach this computer. */
    static Set<String> names() throws IOException {
        Set<String> names = new LinkedHashSet<>(List.of("dns:localhost"));
        String host = InetAddress.getLocalHost().getHostName();
        if (host.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?") && !host.matches("[0-9.]+")) {
            names.add("dns:" + host);
        }
        names.add("ip:127.0.0.1");
        names.add("ip:::1");
        NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLinkLocalAddress() && !address.isLoopbackAddress())
                .forEach(address -> names.add("ip:" + address.getHostAddress().replaceFirst("%.*", "")));
        return names;
    }
}
