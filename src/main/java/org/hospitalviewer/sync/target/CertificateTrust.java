package org.hospitalviewer.sync.target;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts what Java trusts, for the right host, and the one certificate that the administrator knows by its fingerprint.
 * Keeps what was shown, so that a refusal can name it.
 */
final class CertificateTrust extends X509ExtendedTrustManager {

    private static final HexFormat PAIRS = HexFormat.ofDelimiter(":").withUpperCase();

    private final X509ExtendedTrustManager usual;
    private final String fingerprint;
    private volatile X509Certificate shown;

    CertificateTrust(String fingerprint) throws GeneralSecurityException {
        this.fingerprint = fingerprint.strip().toUpperCase(Locale.ROOT);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        this.usual = Arrays.stream(factory.getTrustManagers()).filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast).findFirst().orElseThrow();
    }

    static String fingerprint(X509Certificate certificate) throws CertificateEncodingException {
        try {
            return PAIRS.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Why a handshake failed, when it was for the certificate. */
    TargetException refusal(Throwable cause) {
        X509Certificate certificate = shown;
        if (certificate == null) {
            return null;
        }
        try {
            return new UnknownCertificateException(fingerprint(certificate),
                    certificate.getSubjectX500Principal().getName(), cause);
        } catch (CertificateEncodingException e) {
            return null;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        shown = chain[0];
        if (!fingerprint(chain[0]).equals(fingerprint)) {
            usual.checkServerTrusted(chain, type, socket);
        }
        shown = null;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("Only sockets are used");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("The host is not known");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("This is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("This is no server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("This is no server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual.getAcceptedIssuers();
    }

    /** For a context of its own: sessions of one target are of no use to another. */
    TrustManager[] asArray() {
        return new TrustManager[] {this};
    }
}
