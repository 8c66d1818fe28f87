package org.hospitalviewer.archive;

import java.util.Optional;
import java.util.Set;

import org.hospitalviewer.archive.RefusedException.Reason;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Fragments;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.io.NativeFrameSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pixel data must be all that its header promises (PS3.3 C.7.6.3, PS3.5 8.1.1 and A.4). Objects without pixel data
 * pass, and so do headers that promise nothing.
 */
public final class CompletePixelData {

    private static final Logger LOG = LoggerFactory.getLogger(CompletePixelData.class);
    /** All frames are one stream in these. */
    private static final Set<String> VIDEO = Set.of(UID.MPEG2MPML, UID.MPEG2MPHL, UID.MPEG4HP41, UID.MPEG4HP41BD,
            UID.MPEG4HP422D, UID.MPEG4HP423D, UID.MPEG4HP42STEREO, UID.HEVCMP51, UID.HEVCM10P51);
    private static final int BITS_PER_BYTE = 8;

    private final Attributes header;
    private final TransferSyntax syntax;

    private CompletePixelData(Attributes header, TransferSyntax syntax) {
        this.header = header;
        this.syntax = syntax;
    }

    /**
     * Checks an object that comes in.
     *
     * @param header its data set, pixel data as a place
     * @param syntax its encoding
     * @throws RefusedException when pixel data is missing, cut short, or encoded otherwise than declared
     */
    public static void check(Attributes header, TransferSyntax syntax) throws RefusedException {
        new CompletePixelData(header, syntax).check();
    }

    private void check() throws RefusedException {
        Optional<Fragments> compressed = header.fragments(Tag.PixelData);
        Optional<BulkData> plain = plainPixels();
        if (compressed.isPresent()) {
            checkFragments(compressed.get());
        } else if (plain.isPresent()) {
            checkPlain(plain.get());
        } else if (neededBytes() > 0) {
            checkAbsence();
        }
    }

    private Optional<BulkData> plainPixels() {
        return header.bulkData(Tag.PixelData).or(() -> header.bulkData(Tag.FloatPixelData))
                .or(() -> header.bulkData(Tag.DoubleFloatPixelData));
    }

    private void checkPlain(BulkData pixels) throws RefusedException {
        if (syntax.encapsulated() && header.contains(Tag.PixelData)) {
            throw incomplete("Declared compressed, but the pixel data is not");
        }
        long needed = neededBytes();
        if (pixels.length() < needed) {
            throw incomplete("Pixel data cut short: " + pixels.length() + " of " + needed + " bytes");
        }
    }

    /** Headers without pixels do exist, so they pass; but someone should know, as a cut file may look like this. */
    private void checkAbsence() throws RefusedException {
        if (header.contains(Tag.PixelData)) {
            throw incomplete("Pixel data cut short: 0 of " + neededBytes() + " bytes");
        }
        LOG.warn("The object {} describes an image but has no pixel data", header.getString(Tag.SOPInstanceUID));
    }

    private void checkFragments(Fragments fragments) throws RefusedException {
        if (!syntax.encapsulated()) {
            throw incomplete("Declared uncompressed, but the pixel data is compressed");
        }
        int frames = VIDEO.contains(syntax.uid()) ? 1 : frames();
        if (fragments.size() < frames) {
            throw incomplete("Pixel data cut short: " + fragments.size() + " fragments for " + frames + " frames");
        }
    }

    private int frames() {
        return Math.max(1, header.getInt(Tag.NumberOfFrames, 1));
    }

    private long neededBytes() throws RefusedException {
        try {
            return Math.ceilDiv(Math.multiplyExact(NativeFrameSize.bits(header), (long) frames()), BITS_PER_BYTE);
        } catch (ArithmeticException e) {
            throw new RefusedException(Reason.CANNOT_UNDERSTAND,
                    "Rows, columns, samples and frames make an impossible size", e);
        }
    }

    private static RefusedException incomplete(String sentence) {
        return new RefusedException(Reason.CANNOT_UNDERSTAND, sentence);
    }
}
