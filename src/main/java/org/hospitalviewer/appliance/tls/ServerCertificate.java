package org.hospitalviewer.appliance.tls;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The certificate that the web interface shows.
 *
 * @param keyStore with exactly one key
 * @param password of the key
 * @param selfMade the appliance made it, so that browsers warn of it until somebody trusts it
 */
public record ServerCertificate(KeyStore keyStore, String password, boolean selfMade) {

    /** The certificate itself, first of its chain. */
    X509Certificate certificate() throws GeneralSecurityException {
        for (String alias : Collections.list(keyStore.aliases())) {
            if (keyStore.isKeyEntry(alias) && keyStore.getCertificate(alias) instanceof X509Certificate certificate) {
                return certificate;
            }
        }
        throw new KeyStoreException("it holds no private key with a certificate");
    }

    /** Until when it is good. */
    public Instant end() {
        return found().getNotAfter().toInstant();
    }

    /** SHA-256 of the certificate as browsers show it, such as {@code AB:01:...}. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(found().getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }

    private X509Certificate found() {
        try {
            return certificate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The certificate was there when it was read", e);
        }
    }

    /** Whether it is good at this time. */
    boolean isValidAt(Instant time) throws GeneralSecurityException {
        try {
            certificate().checkValidity(Date.from(time));
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "ServerCertificate[" + fingerprint() + "]";
    }
}
