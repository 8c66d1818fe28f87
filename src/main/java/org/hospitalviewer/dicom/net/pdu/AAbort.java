package org.hospitalviewer.dicom.net.pdu;

/**
 * Immediate end of an association (PS3.8 9.3.8).
 *
 * @param source 0 service user, 2 service provider
 * @param reason meaningful only when the source is the provider, see {@link AbortReason}
 */
public record AAbort(int source, int reason) implements Pdu {
    private static final int SERVICE_USER = 0;
    private static final int SERVICE_PROVIDER = 2;

    public static AAbort byUser() {
        return new AAbort(SERVICE_USER, 0);
    }

    public static AAbort byProvider(AbortReason reason) {
        return new AAbort(SERVICE_PROVIDER, reason.code());
    }

    public boolean isByUser() {
        return source == SERVICE_USER;
    }

    /** For logs: who aborted and why. */
    public String describe() {
        if (isByUser()) {
            return "aborted by the application";
        }
        for (AbortReason known : AbortReason.values()) {
            if (known.code() == reason) {
                return "aborted by the protocol layer: " + known;
            }
        }
        return "aborted by the protocol layer: reason " + reason;
    }
}
