package org.hospitalviewer.dicom.net.pdu;

/**
 * Refusal of an association (PS3.8 9.3.4).
 *
 * @param result 1 permanent, 2 transient
 * @param source 1 service user, 2 provider (ACSE), 3 provider (presentation)
 * @param reason depends on the source, see {@link RejectReason}
 */
public record AAssociateRJ(int result, int source, int reason) implements Pdu {

    public boolean isTransient() {
        return result == 2;
    }

    /** For logs and screens: the reason by name, or its numbers when the standard knows none. */
    public String describe() {
        for (RejectReason known : RejectReason.values()) {
            if (known.pdu().equals(this)) {
                return known.toString();
            }
        }
        return "result %d, source %d, reason %d".formatted(result, source, reason);
    }
}
