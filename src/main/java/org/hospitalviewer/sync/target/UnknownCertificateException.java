package org.hospitalviewer.sync.target;

/** The server shows a certificate for which nobody vouches; the administrator may know it by its fingerprint. */
public final class UnknownCertificateException extends TargetException {

    private final String fingerprint;

    UnknownCertificateException(String fingerprint, String subject, Throwable cause) {
        super(Trouble.CERTIFICATE, "Nobody vouches for the certificate of this server (" + subject + "). If its SHA-256 "
                + "fingerprint is the one that the provider names, trust it: " + fingerprint, cause);
        this.fingerprint = fingerprint;
    }

    /** SHA-256 over the certificate, pairs of hexadecimal digits with colons. */
    public String fingerprint() {
        return fingerprint;
    }
}
