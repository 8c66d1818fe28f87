package org.hospitalviewer.dicomweb;

import java.util.List;
import java.util.Optional;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;

/**
 * What an answer looks like, chosen from what the client accepts (PS3.18 8.7).
 *
 * @param multipart         as parts of {@code multipart/related}, otherwise the one part alone
 * @param mediaType         of each part
 * @param transferSyntaxUid encoding of each part
 */
record AcceptedEncoding(boolean multipart, String mediaType, String transferSyntaxUid) {

    private static final String DICOM = "application/dicom";

    /**
     * A whole object, which can be re-encoded unless its pixel data is compressed or swapped.
     *
     * @param parts number of parts; several do not fit into an answer without parts
     */
    static Optional<AcceptedEncoding> ofObject(List<MediaRange> wishes, String storedTransferSyntax, int parts) {
        TransferSyntax stored = TransferSyntax.of(storedTransferSyntax);
        boolean reencodable = !stored.encapsulated() && !stored.bigEndian();
        return wishes.stream().filter(wish -> parts == 1 || wish.isMultipart() || wish.isAnything())
                .filter(wish -> wish.accepts(DICOM))
                .map(wish -> encoding(wish, DICOM, storedTransferSyntax, reencodable))
                .flatMap(Optional::stream).findFirst();
    }

    /**
     * Frames or other bulk data, handed out as they are: as plain bytes, or under the name of their compression.
     *
     * @param parts     number of parts; several do not fit into an answer without parts
     * @param decodable whether they can also be given in explicit little endian
     */
    static Optional<AcceptedEncoding> ofBytes(List<MediaRange> wishes, String transferSyntax, int parts,
                                              boolean decodable) {
        return wishes.stream().filter(wish -> parts == 1 || wish.isMultipart() || wish.isAnything())
                .map(wish -> bytes(wish, transferSyntax, decodable)).flatMap(Optional::stream).findFirst();
    }

    private static Optional<AcceptedEncoding> bytes(MediaRange wish, String transferSyntax, boolean decodable) {
        if (wish.accepts(FrameMediaType.BYTES)) {
            return encoding(wish, FrameMediaType.BYTES, transferSyntax,
                    decodable || transferSyntax.equals(UID.ExplicitVRLittleEndian));
        }
        String compressed = FrameMediaType.of(transferSyntax);
        String wanted = wish.transferSyntax();
        boolean fits = wish.accepts(compressed)
                && (wanted == null || wanted.equals("*") || wanted.equals(transferSyntax));
        return fits ? Optional.of(new AcceptedEncoding(wish.isMultipart(), compressed, transferSyntax))
                : Optional.empty();
    }

    /** Without a transfer syntax explicit little endian is meant; who takes anything also takes what is stored. */
    private static Optional<AcceptedEncoding> encoding(MediaRange wish, String mediaType, String stored,
                                                       boolean explicitLittleEndianPossible) {
        String wanted = wish.transferSyntax();
        boolean multipart = wish.isMultipart() || wish.isAnything();
        if ("*".equals(wanted) || stored.equals(wanted)) {
            return Optional.of(new AcceptedEncoding(multipart, mediaType, stored));
        }
        boolean explicitLittleEndian = wanted == null || wanted.equals(UID.ExplicitVRLittleEndian);
        if (explicitLittleEndian && explicitLittleEndianPossible) {
            return Optional.of(new AcceptedEncoding(multipart, mediaType, UID.ExplicitVRLittleEndian));
        }
        return wanted == null && wish.isAnything() ? Optional.of(new AcceptedEncoding(multipart, mediaType, stored))
                : Optional.empty();
    }
}
