package org.hospitalviewer.appliance.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Locale;
import org.hospitalviewer.appliance.StartProblem;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * A certificate that the clinic brought.
 *
 * @param certificate path of a PEM file with the chain, or of a PKCS #12 file
 * @param key         path of the private key's PEM file; of no meaning for PKCS #12
 * @param keyPassword of the key or of the PKCS #12 file, empty when it has none
 */
record GivenCertificate(String certificate, String key, String keyPassword) {

    /** @throws StartProblem when it cannot be used */
    ServerCertificate open() {
        try {
            ServerCertificate opened = isPkcs12() ? pkcs12() : pem();
            opened.certificate();
            return opened;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new StartProblem("The certificate " + certificate + " cannot be used for HTTPS: " + reason(e)
                    + ". Correct the settings viewer.https-certificate and viewer.https-key, or start with "
                    + "--viewer.https=false.", e);
        }
    }

    private boolean isPkcs12() {
        String name = certificate.toLowerCase(Locale.ROOT);
        return name.endsWith(".p12") || name.endsWith(".pfx");
    }

    private ServerCertificate pkcs12() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(certificate))) {
            store.load(in, keyPassword.toCharArray());
        }
        return new ServerCertificate(store, keyPassword, false);
    }

    private ServerCertificate pem() throws IOException {
        PemSslStoreDetails details = PemSslStoreDetails.forCertificate(Files.readString(Path.of(certificate)))
                .withPrivateKey(Files.readString(Path.of(key)))
                .withPrivateKeyPassword(keyPassword.isEmpty() ? null : keyPassword).withPassword("");
        return new ServerCertificate(new PemSslStoreBundle(details, null).getKeyStore(), "", false);
    }

    private static String reason(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
