package org.hospitalviewer.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hospitalviewer.dicom.json.BulkDataUri;
import org.hospitalviewer.dicom.json.DicomJson;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;

/**
 * Broken and hostile files: read, or refused with a reason; never anything else, and never at the cost of much memory.
 */
class MalformedSamplesIT {
    /** All that is allocated while a file is handled; product.md allows 64 MB for a hostile one. */
    private static final long MAX_ALLOCATED_BYTES = 64L << 20;

    @Test
    void everyMalformedFileIsReadOrRefusedWithAReason() throws IOException {
        Map<String, String> refused = new TreeMap<>();
        for (Path path : Samples.below("malformed")) {
            long before = allocatedBytes();
            readAll(path).forEach(reason -> refused.put(Samples.name(path), reason));
            assertThat(allocatedBytes() - before).as(Samples.name(path)).isLessThan(MAX_ALLOCATED_BYTES);
        }
        assertThat(refused.values()).allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
        assertThat(refused).containsKeys("malformed/made/huge-length-pixeldata.dcm",
                "malformed/made/huge-length-sq.dcm",
                "malformed/made/huge-length-lo.dcm", "malformed/made/nested-sequences-20000.dcm",
                "malformed/made/nested-sequences-unclosed.dcm", "malformed/made/deflate-broken.dcm",
                "malformed/made/cut-at-979.dcm", "malformed/made/empty.dcm",
                "malformed/made/item-longer-than-sequence.dcm",
                "malformed/made/not-dicom-text.dcm", "malformed/made/zip-named-dcm.dcm",
                "malformed/made/trailing-garbage.dcm", "malformed/made/transfer-syntax-lies.dcm",
                "malformed/found/3gb-bulk-data-truncated.dcm", "malformed/found/MR_truncated.dcm");
        assertThat(refused).doesNotContainKeys("malformed/made/odd-length.dcm", "malformed/made/60000-empty-items.dcm",
                "malformed/made/tags-out-of-order.dcm", "malformed/made/meta-length-zero.dcm",
                "malformed/made/meta-length-too-long.dcm", "malformed/made/unknown-vr.dcm",
                "malformed/found/no-meta-length.dcm", "malformed/found/MR_small_padded.dcm");
    }

    /** Reads a file from the disk and as a stream, asks for frames and JSON; gives the reasons of refusals. */
    private static List<String> readAll(Path path) throws IOException {
        List<String> reasons = new ArrayList<>();
        try (InputStream in = Files.newInputStream(path)) {
            Part10.Opened opened = Part10.open(in);
            DataSetScan.scan(opened.dataSet(), opened.meta().transferSyntax(), ReadLimits.DEFAULT);
        } catch (DicomFormatException e) {
            reasons.add(e.getMessage());
        }
        try {
            Part10File file = Part10File.open(path);
            assertThat(reasons).as("refused as a stream only").isEmpty();
            DicomJson.write(file.header(), OutputStream.nullOutputStream(), BulkDataUri.NONE);
            askForFrames(file);
        } catch (DicomFormatException e) {
            reasons.add(e.getMessage());
        }
        return reasons;
    }

    private static void askForFrames(Part10File file) throws IOException {
        long size = Files.size(file.path());
        for (int frame : new int[] {1, file.frameCount()}) {
            try {
                if (frame >= 1 && frame <= file.frameCount()) {
                    assertThat(file.frame(frame)).allMatch(range -> file.isDeflated()
                            || range.offset() >= 0 && range.offset() + range.length() <= size);
                }
            } catch (DicomFormatException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    private static long allocatedBytes() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
