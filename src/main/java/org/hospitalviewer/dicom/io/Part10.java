package org.hospitalviewer.dicom.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;

/** DICOM files: preamble, prefix, file meta information, data set (PS3.10 7). */
public final class Part10 {
    private static final int PREAMBLE_BYTES = 128;
    private static final byte[] PREFIX = "DICM".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = PREAMBLE_BYTES + PREFIX.length;
    /** Group number of file meta information. */
    private static final int META_GROUP = 0x0002;
    /** The largest first group that is believed when a file has neither preamble nor meta information. */
    private static final int MAX_FIRST_GROUP = 0x0020;

    private Part10() {
    }

    /**
     * A DICOM file that is open at its data set.
     *
     * @param meta          what its meta information says
     * @param dataSetOffset bytes before the data set
     * @param dataSet       the data set, byte for byte as stored; closing it closes the file's stream
     */
    public record Opened(FileMeta meta, long dataSetOffset, InputStream dataSet) {
    }

    /**
     * Reads up to the data set. A file without preamble or meta information (older than PS3.10) is recognised by its
     * first element.
     *
     * @throws DicomFormatException when it is no DICOM file or ends within the meta information
     */
    public static Opened open(InputStream in) throws IOException {
        ByteSource source = new ByteSource(in);
        FileMeta meta = readMeta(source, ReadOptions.DEFAULT);
        return new Opened(meta, source.position(), source.remainder());
    }

    static FileMeta readMeta(ByteSource source, ReadOptions options) throws IOException {
        boolean prefixed = passPreamble(source);
        ReadOptions metaOptions = options.withBulkThresholdBytes(Integer.MAX_VALUE);
        Attributes meta = new DataSetReader(source, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, metaOptions)
                .readGroup(META_GROUP);
        if (meta.getString(Tag.TransferSyntaxUID) == null) {
            meta.setString(Tag.TransferSyntaxUID, VR.UI, guessTransferSyntax(source, prefixed));
        }
        return new FileMeta(meta);
    }

    /** The prefix may also stand by chance within a data set that has no preamble. */
    private static boolean passPreamble(ByteSource source) throws IOException {
        if (!source.hasAhead(HEADER_BYTES) || !isPrefixAhead(source)) {
            return false;
        }
        boolean metaFollows = source.hasAhead(HEADER_BYTES + 2)
                && source.peek(HEADER_BYTES) == META_GROUP && source.peek(HEADER_BYTES + 1) == 0;
        if (!metaFollows && isFirstGroup(source.peek(0) | source.peek(1) << 8) && isExplicitVrAhead(source)) {
            return false;
        }
        source.advance(HEADER_BYTES);
        return true;
    }

    private static boolean isPrefixAhead(ByteSource source) {
        for (int i = 0; i < PREFIX.length; i++) {
            if (source.peek(PREAMBLE_BYTES + i) != PREFIX[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Judges by the first element: its group is small in the right byte order, and two letters follow when VR is
     * explicit.
     */
    private static String guessTransferSyntax(ByteSource source, boolean prefixed) throws IOException {
        if (!source.hasAhead(8)) {
            throw new DicomFormatException("Not a DICOM file: it ends before the data set begins");
        }
        boolean explicit = isExplicitVrAhead(source);
        int littleEndianGroup = source.peek(0) | source.peek(1) << 8;
        int bigEndianGroup = source.peek(0) << 8 | source.peek(1);
        if ((prefixed || isFirstGroup(littleEndianGroup)) && (explicit || prefixed || isShortLengthAhead(source))) {
            return explicit ? UID.ExplicitVRLittleEndian : UID.ImplicitVRLittleEndian;
        }
        if (isFirstGroup(bigEndianGroup) && explicit) {
            return UID.ExplicitVRBigEndian;
        }
        throw new DicomFormatException("Not a DICOM file: no DICM prefix, and it does not begin with a DICOM element");
    }

    private static boolean isExplicitVrAhead(ByteSource source) {
        return VR.of(source.peek(4), source.peek(5)) != null;
    }

    private static boolean isFirstGroup(int group) {
        return group > META_GROUP && group <= MAX_FIRST_GROUP && group % 2 == 0;
    }

    /** The first elements are short: group length, character set, image type, UIDs. */
    private static boolean isShortLengthAhead(ByteSource source) {
        return source.peek(6) == 0 && source.peek(7) == 0;
    }

    /**
     * Writes preamble, prefix and meta information; the data set is to follow in the transfer syntax that these name.
     */
    public static void writeHeader(OutputStream out, FileMeta meta) throws IOException {
        out.write(header(meta));
    }

    /** Preamble of zeros, prefix and meta information with its group length (PS3.10 7.1). */
    public static byte[] header(FileMeta meta) throws IOException {
        Attributes elements = new Attributes();
        elements.addAll(meta.attributes());
        elements.remove(Tag.FileMetaInformationGroupLength);
        int length = (int) new EncodedLengths(true).of(elements);
        elements.setInt(Tag.FileMetaInformationGroupLength, VR.UL, length);
        ByteArrayOutputStream header = new ByteArrayOutputStream(HEADER_BYTES + length + 12);
        header.write(new byte[PREAMBLE_BYTES]);
        header.write(PREFIX);
        new DicomOutputStream(header, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).writeDataSet(elements);
        return header.toByteArray();
    }
}
