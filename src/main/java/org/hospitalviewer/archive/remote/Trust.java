package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.hospitalviewer.appliance.StartProblem;

/** Whom to believe that they are the other server: whom Java believes, and the certificates that were given. */
final class Trust {

    private Trust() {
    }

    /**
     * A TLS context.
     *
     * @param certificates path of a PEM file; empty for none
     * @throws StartProblem when it cannot be read
     */
    static SSLContext of(String certificates) {
        try {
            if (certificates.isBlank()) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(withGiven(Path.of(certificates.strip()))), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartProblem("The certificate " + certificates + " of the remote archive cannot be used: "
                    + e.getMessage() + ". Correct viewer.remote.certificate.", e);
        }
    }

    private static KeyStore withGiven(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager known) {
                for (X509Certificate certificate : known.getAcceptedIssuers()) {
                    store.setCertificateEntry("java-" + number++, certificate);
                }
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("given-" + number++, certificate);
            }
        }
        return store;
    }

    /** @param store null for what Java trusts */
    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
