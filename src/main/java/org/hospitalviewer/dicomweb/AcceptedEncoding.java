package org.hospitalviewer.dicomweb;

import java.util.List;
import java.util.Optional;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;

/**
 * What an answer looks like, chosen from what the client accepts (PS3.18 8.7).
 *
 * @param multipart         as parts of {@code multipart/related}, otherwise the one part alone
 * @param transferSyntaxUid encoding of each part
 */
record AcceptedEncoding(boolean multipart, String transferSyntaxUid) {

    /**
     * Finds the client's best wish that can be met. Without a transfer syntax parameter explicit little endian is meant;
     * a client that takes anything also takes what is stored compressed.
     *
     * @param mediaType             of a part
     * @param storedTransferSyntax  encoding as stored
     * @param reencodable           whether explicit little endian can be made of it
     */
    static Optional<AcceptedEncoding> choose(List<MediaRange> wishes, String mediaType, String storedTransferSyntax,
                                             boolean reencodable) {
        for (MediaRange wish : wishes) {
            if (wish.accepts(mediaType)) {
                String wanted = wish.transferSyntax();
                boolean multipart = wish.isMultipart() || wish.isAnything();
                if ("*".equals(wanted) || storedTransferSyntax.equals(wanted)) {
                    return Optional.of(new AcceptedEncoding(multipart, storedTransferSyntax));
                }
                boolean explicitLittleEndian = wanted == null || wanted.equals(UID.ExplicitVRLittleEndian);
                if (explicitLittleEndian && reencodable) {
                    return Optional.of(new AcceptedEncoding(multipart, UID.ExplicitVRLittleEndian));
                }
                if (wanted == null && wish.isAnything()) {
                    return Optional.of(new AcceptedEncoding(multipart, storedTransferSyntax));
                }
            }
        }
        return Optional.empty();
    }

    /** Compressed pixel data would have to be decoded first, big endian pixel data swapped. */
    static boolean isReencodable(String storedTransferSyntax) {
        TransferSyntax syntax = TransferSyntax.of(storedTransferSyntax);
        return !syntax.encapsulated() && !syntax.bigEndian();
    }
}
