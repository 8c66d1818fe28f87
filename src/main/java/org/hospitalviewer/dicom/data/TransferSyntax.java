package org.hospitalviewer.dicom.data;

import java.util.regex.Pattern;

/**
 * How a data set is encoded (PS3.5 10).
 *
 * @param uid          transfer syntax UID
 * @param explicitVr   whether each element names its VR
 * @param bigEndian    whether numbers start with their most significant byte
 * @param deflated     whether the whole data set is a raw deflate stream (RFC 1951)
 * @param encapsulated whether pixel data of undefined length holds compressed frames in fragments
 */
public record TransferSyntax(String uid, boolean explicitVr, boolean bigEndian, boolean deflated,
                             boolean encapsulated) {
    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(UID.ImplicitVRLittleEndian, false, false, false, false);
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(UID.ExplicitVRLittleEndian, true, false, false, false);
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN =
            new TransferSyntax(UID.ExplicitVRBigEndian, true, true, false, false);
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(UID.DeflatedExplicitVRLittleEndian, true, false, true, false);

    /** MPEG-2, MPEG-4 AVC and HEVC, with fragments of any length or of one (PS3.6 A). */
    private static final Pattern VIDEO = Pattern.compile("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.10[0-8](\\.1)?");

    /** Whether all frames are one stream, which has no parts that could be decoded alone (PS3.5 8.2.5 and on). */
    public boolean video() {
        return VIDEO.matcher(uid).matches();
    }

    /**
     * The transfer syntax of a UID; one that is not known is explicit little endian and encapsulated, as all new ones
     * are.
     */
    public static TransferSyntax of(String uid) {
        return switch (uid) {
            case UID.ImplicitVRLittleEndian -> IMPLICIT_VR_LITTLE_ENDIAN;
            case UID.ExplicitVRLittleEndian -> EXPLICIT_VR_LITTLE_ENDIAN;
            case UID.ExplicitVRBigEndian -> EXPLICIT_VR_BIG_ENDIAN;
            case UID.DeflatedExplicitVRLittleEndian -> DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
            case UID.JPIPReferencedDeflate, UID.JPIPHTJ2KReferencedDeflate ->
                    new TransferSyntax(uid, true, false, true, false);
            case UID.JPIPReferenced, UID.JPIPHTJ2KReferenced -> new TransferSyntax(uid, true, false, false, false);
            default -> new TransferSyntax(uid, true, false, false, true);
        };
    }
}
