package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.image.DecodedFrame;
import org.hospitalviewer.dicom.image.DecodingMemory;
import org.hospitalviewer.dicom.image.ImageFrames;
import org.hospitalviewer.dicom.image.LittleEndianFrame;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.springframework.stereotype.Component;

/**
 * Answers with frames (PS3.18 10.4.1.1.4).
 *
 * <p>{@code transfer-syntax=*}, or the transfer syntax of the file, gives its bytes. No transfer syntax, any
 * type at all, or explicit little endian gives plain pixels, decoded where the file is compressed or big endian; 406
 * says why where that is not possible. Who takes any type gets the stored bytes then.
 *
 * <p>Decoded pixels are laid out so that the metadata of the file stay true of them: Rows, Columns, Samples per Pixel,
 * Bits Allocated, Bits Stored, High Bit, Pixel Representation, Planar Configuration. A frame of single bits begins at a
 * whole byte. The Photometric Interpretation stays as well, except that YBR_RCT and YBR_ICT become RGB, compressed
 * YBR_FULL_422 becomes YBR_FULL and compressed YBR_PARTIAL_422 and YBR_PARTIAL_420 become RGB, each with three samples
 * for every pixel. The header {@code Photometric-Interpretation} of a decoded answer always names the one that holds.
 */
@Component
class FramesAnswer {
    static final String PHOTOMETRIC_INTERPRETATION = "Photometric-Interpretation";

    private final DecodingMemory memory;

    FramesAnswer(DecodingMemory memory) {
        this.memory = memory;
    }

    void send(StoredInstance stored, List<Integer> numbers, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<MediaRange> wishes = AcceptHeader.of(request);
        String syntax = stored.frameTransferSyntaxUid();
        AcceptedEncoding encoding = AcceptedEncoding.ofBytes(wishes, syntax, numbers.size(), true)
                .orElseThrow(() -> notAcceptable(syntax));
        if (encoding.transferSyntaxUid().equals(syntax)) {
            sendStored(stored, numbers, encoding, request, response);
            return;
        }
        try {
            sendDecoded(stored, numbers, encoding, request, response);
        } catch (UndecodableImageException e) {
            Optional<AcceptedEncoding> other = AcceptedEncoding.ofBytes(wishes, syntax, numbers.size(), false);
            sendStored(stored, numbers, other.orElseThrow(() -> WebProblem.notAcceptable(e.getMessage())), request,
                    response);
        }
    }

    private void sendStored(StoredInstance stored, List<Integer> numbers, AcceptedEncoding encoding,
                            HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<List<Content>> parts;
        try {
            parts = stored.frames(numbers);
        } catch (DicomFormatException e) {
            sendSeparated(stored, numbers, encoding, request, response);
            return;
        }
        PartsAnswer.of(parts.orElseThrow(FramesAnswer::noSuchFrame), encoding)
                .send(List.of(stored), "frames" + numbers, request, response);
    }

    /** Plain frames of single bits may share a byte; they come apart only by decoding. */
    private void sendSeparated(StoredInstance stored, List<Integer> numbers, AcceptedEncoding encoding,
                               HttpServletRequest request, HttpServletResponse response) throws IOException {
        WebProblem problem = WebProblem.notFound(
                "The frames of this instance cannot be told apart; retrieve the whole instance.");
        if (!encoding.transferSyntaxUid().equals(UID.ExplicitVRLittleEndian)) {
            throw problem;
        }
        try {
            sendDecoded(stored, numbers, encoding, request, response);
        } catch (UndecodableImageException e) {
            throw problem;
        }
    }

    /** The first frame is decoded before the answer begins, so that what cannot be decoded is told by the status. */
    private void sendDecoded(StoredInstance stored, List<Integer> numbers, AcceptedEncoding encoding,
                             HttpServletRequest request, HttpServletResponse response) throws IOException {
        ImageFrames image = stored.image();
        if (numbers.stream().anyMatch(number -> number < 1 || number > image.frameCount())) {
            throw noSuchFrame();
        }
        DecodedFrame first = decoded(image, numbers.getFirst());
        byte[] bytes = LittleEndianFrame.bytes(first);
        List<Content> parts = new ArrayList<>();
        parts.add(new Content.Copied(bytes.length, out -> out.write(bytes)));
        for (int number : numbers.subList(1, numbers.size())) {
            parts.add(new Content.Copied(bytes.length, out -> out.write(LittleEndianFrame.bytes(
                    decoded(image, number)))));
        }
        response.setHeader(PHOTOMETRIC_INTERPRETATION, first.pixels().photometric().term());
        PartsAnswer.of(parts, encoding).send(List.of(stored), "frames" + numbers, request, response);
    }

    private DecodedFrame decoded(ImageFrames image, int number) throws IOException {
        try (DecodingMemory.Room _ = memory.forFrame(image.pixels())) {
            return image.decode(number);
        }
    }

    private static WebProblem noSuchFrame() {
        return WebProblem.notFound("There is no such frame in this instance.");
    }

    private static WebProblem notAcceptable(String transferSyntaxUid) {
        return WebProblem.notAcceptable("Frames are given as " + FrameMediaType.BYTES + ", or as stored in the transfer"
                + " syntax " + transferSyntaxUid + ": accept multipart/related; type=\"" + FrameMediaType.BYTES
                + "\"; transfer-syntax=* to get that.");
    }
}
