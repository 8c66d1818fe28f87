package org.hospitalviewer.dicom.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.image.render.TableSource;
import org.hospitalviewer.dicom.io.ByteRange;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.FramePlace;
import org.hospitalviewer.dicom.io.Part10File;

/** The frames of an object, decoded one at a time when asked for. */
public final class ImageFrames {
    /** Compressed bytes of one frame that are held at most. */
    private static final long MAX_COMPRESSED_BYTES = 128L << 20;

    private final Part10File file;
    private final TransferSyntax syntax;
    private final ImagePixels pixels;

    private ImageFrames(Part10File file, ImagePixels pixels) {
        this.file = file;
        this.syntax = file.meta().transferSyntax();
        this.pixels = pixels;
    }

    /**
     * The frames of a file.
     *
     * @throws UndecodableImageException when it has none, or its header makes no picture
     */
    public static ImageFrames of(Part10File file) throws UndecodableImageException {
        return new ImageFrames(file, ImagePixels.of(file.header()));
    }

    public Attributes header() {
        return file.header();
    }

    /** The description in the header; that of a decoded frame may differ in the photometric interpretation. */
    public ImagePixels pixels() {
        return pixels;
    }

    public String transferSyntaxUid() {
        return syntax.uid();
    }

    public int frameCount() {
        return file.frameCount();
    }

    /** Whether the encoding is one that is known here; a frame may be damaged all the same. */
    public boolean isKnownEncoding() {
        return !syntax.encapsulated() || Codecs.of(syntax.uid()).isPresent();
    }

    /**
     * Decodes a frame.
     *
     * @param number from 1 to {@link #frameCount}
     * @throws UndecodableImageException when it cannot be decoded
     * @throws IOException               when the file cannot be read
     */
    public DecodedFrame decode(int number) throws IOException {
        if (!syntax.encapsulated()) {
            FramePlace place = place(number);
            byte[] bytes = read(place, NativeSamples.neededBytes(pixels, place.firstBit()));
            if (isInSwappedWords()) {
                TableSource.swap(bytes);
            }
            return new DecodedFrame(pixels, NativeSamples.read(bytes, place.firstBit(), syntax.bigEndian(), pixels));
        }
        FrameCodec codec = Codecs.of(syntax.uid()).orElseThrow(() -> UndecodableImageException.unsupported(
                "Images in " + UID.nameOf(syntax.uid()) + " cannot be decoded here."));
        return Decompression.decoded(codec.decode(read(place(number), MAX_COMPRESSED_BYTES), pixels), pixels);
    }

    /** Whether samples of 8 bits or less share words whose bytes are turned around (PS3.5 8.1.1, 7.3). */
    private boolean isInSwappedWords() {
        return syntax.bigEndian() && pixels.allocated() <= 8
                && header().bulkData(Tag.PixelData).filter(place -> place.vr() == VR.OW).isPresent();
    }

    /** Where the lookup tables of the header come from. */
    public TableSource tables() {
        return new TableSource(file.bulkDataSource(), syntax.bigEndian());
    }

    private FramePlace place(int number) throws IOException {
        try {
            return file.framePlace(number);
        } catch (DicomFormatException e) {
            throw UndecodableImageException.damaged("The frame is not where the header says: " + e.getMessage() + ".",
                    e);
        }
    }

    private byte[] read(FramePlace place, long maxBytes) throws IOException {
        if (place.length() > maxBytes) {
            throw UndecodableImageException.tooLarge("A frame of " + place.length() + " bytes is too large to show.");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) place.length());
        for (ByteRange range : place.ranges()) {
            file.bulkDataSource().copy(range.offset(), range.length(), bytes);
        }
        return bytes.toByteArray();
    }
}
