package org.hospitalviewer.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hospitalviewer.dicom.io.ByteRange;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compressed frames with bytes changed or cut at random, by fixed seeds: decoded or refused, at a bounded cost. */
class MutatedFramesTest {
    private static final long MAX_ALLOCATED_BYTES = 64L << 20;

    @ParameterizedTest
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    @CsvSource({
        "transfer-syntaxes/encapsulation/ct-rle-fragments.dcm,200", "malformed/found/GH1261.dcm,400",
        "transfer-syntaxes/colour-small/jpeg-ybr-n1.dcm,1000", "transfer-syntaxes/colour-small/jpeg-rgb-in-jpeg.dcm,1000",
        "transfer-syntaxes/same-ct/ct-jpeg-spectral-12bit-53.dcm,100",
        "transfer-syntaxes/same-ct/ct-jpeg-progressive-12bit-55.dcm,100",
        "transfer-syntaxes/encapsulation/mr-jpeg-lossless-fragments-24.dcm,400",
        "transfer-syntaxes/colour-small/jpegls-ilv0.dcm,200", "transfer-syntaxes/colour-small/jpegls-ilv1.dcm,200",
        "transfer-syntaxes/colour-small/jpegls-ilv2.dcm,200",
        "transfer-syntaxes/encapsulation/mr-j2k-fragments-24.dcm,1000",
        "transfer-syntaxes/colour-small/j2k-gbr-text.dcm,300", "modalities/enhanced-mr-j2k-fragments.dcm,300",
        "transfer-syntaxes/seg-deflated-image-frame-8.1.dcm,300"})
    void aMutatedFrameIsDecodedOrRefused(String sample, int rounds) throws IOException {
        Part10File file = Part10File.open(Samples.path(sample));
        ImagePixels pixels = ImagePixels.of(file.header());
        FrameCodec codec = Codecs.of(file.meta().transferSyntaxUid()).orElseThrow();
        byte[] original = bytes(file);
        Random random = new Random(sample.hashCode());
        int refused = 0;
        for (int round = 0; round < rounds; round++) {
            byte[] mutated = mutated(original, random);
            long before = allocatedBytes();
            try {
                Decompression.decoded(codec.decode(mutated, pixels), pixels);
            } catch (UndecodableImageException e) {
                assertThat(e.getMessage()).hasSizeGreaterThan(20);
                refused++;
            }
            assertThat(allocatedBytes() - before).as("round %s", round).isLessThan(MAX_ALLOCATED_BYTES);
        }
        assertThat(refused).isBetween(1, rounds);
    }

    /** Most changes strike the first bytes, where sizes and tables are. */
    private static byte[] mutated(byte[] original, Random random) {
        int length = random.nextInt(5) == 0 ? random.nextInt(original.length) : original.length;
        byte[] bytes = Arrays.copyOf(original, length);
        for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
            int range = random.nextBoolean() ? Math.min(bytes.length, 200) : bytes.length;
            byte[] choices = {0, -1, 1, (byte) random.nextInt(256), 0x7F, (byte) 0x80};
            bytes[random.nextInt(range)] = choices[random.nextInt(choices.length)];
        }
        return bytes;
    }

    private static byte[] bytes(Part10File file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ByteRange range : file.frame(1)) {
            file.bulkDataSource().copy(range.offset(), range.length(), bytes);
        }
        return bytes.toByteArray();
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
