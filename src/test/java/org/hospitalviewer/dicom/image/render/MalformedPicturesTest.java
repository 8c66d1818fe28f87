package org.hospitalviewer.dicom.image.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.hospitalviewer.dicom.image.ImageFrames;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Broken and hostile files as pictures: shown, or refused with a sentence; never at the cost of much memory. */
class MalformedPicturesTest {
    /** What product.md allows a hostile file to cost. */
    private static final long MAX_ALLOCATED_BYTES = 64L << 20;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void everyMalformedFileIsShownOrRefusedWithASentence() throws IOException {
        Map<String, String> refused = new TreeMap<>();
        List<String> shown = new ArrayList<>();
        for (Path file : Samples.below("malformed/made")) {
            long before = allocatedBytes();
            try {
                Picture picture = render(file);
                assertThat(picture.bytes()).hasSize(picture.width() * picture.height() * picture.channels());
                shown.add(Samples.name(file));
            } catch (UndecodableImageException | DicomFormatException e) {
                refused.put(Samples.name(file), e.getMessage());
            }
            assertThat(allocatedBytes() - before).as(Samples.name(file)).isLessThan(MAX_ALLOCATED_BYTES);
        }
        assertThat(refused.values()).allSatisfy(sentence -> assertThat(sentence).hasSizeGreaterThan(20));
        assertThat(refused).containsKeys("malformed/made/jpeg-60000x60000.dcm", "malformed/made/j2k-2g-by-2g.dcm",
                "malformed/made/rle-offsets-outside.dcm", "malformed/made/rle-segments-65535.dcm",
                "malformed/made/palette-lut-too-short.dcm", "malformed/made/rows-65535-no-pixels.dcm",
                "malformed/made/deflate-bomb-256MiB.dcm", "malformed/made/photometric-unknown.dcm");
        assertThat(shown).hasSizeGreaterThan(20);
    }

    private static Picture render(Path file) throws IOException {
        Rendering rendering = new Rendering(Optional.of(Viewport.of(200, 200)), Optional.empty());
        ImageFrames frames = ImageFrames.of(Part10File.open(file));
        return rendering.of(frames, Math.max(1, Math.ceilDiv(frames.frameCount(), 2)));
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
