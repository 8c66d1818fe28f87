package org.hospitalviewer.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Python;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;

/** Our frames of every sample with pixels, sample by sample, against pydicom with GDCM and Pillow. */
class FramesAgainstPydicomIT {
    private static final Path FOLDER = Path.of("target", "decoded-frames");
    private static final Path TABLE = Path.of("target", "frames-against-pydicom.tsv");
    private static final String SCRIPT = "src/test/resources/org/hospitalviewer/dicom/image/decoded.py";

    @Test
    void everyFrameHasTheValuesThatOthersDecode() throws Exception {
        Files.createDirectories(FOLDER);
        List<String> questions = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        for (Path sample : Samples.all()) {
            try {
                questions.addAll(decode(sample, questions.size()));
            } catch (UndecodableImageException e) {
                refused.put(Samples.name(sample), e.reason() + " " + e.getMessage());
            } catch (DicomFormatException e) {
                refused.put(Samples.name(sample), "NOT READ " + e.getMessage());
            }
        }
        List<String> answers = Python.withPydicom().run(questions, SCRIPT).lines().toList();
        Files.write(TABLE, Stream.concat(answers.stream(),
                refused.entrySet().stream().map(entry -> entry.getKey() + "\t\tOURS REFUSED\t" + entry.getValue()))
                .toList());
        assertThat(answers).isNotEmpty();
    }

    private static List<String> decode(Path sample, int first) throws IOException {
        ImageFrames frames = ImageFrames.of(Part10File.open(sample));
        List<String> questions = new ArrayList<>();
        for (int number : Stream.of(1, Math.ceilDiv(frames.frameCount(), 2), frames.frameCount()).distinct().toList()) {
            DecodedFrame frame = frames.decode(number);
            Path bytes = FOLDER.resolve((first + questions.size()) + ".raw");
            Files.write(bytes, LittleEndianFrame.bytes(frame));
            questions.add(String.join("\t", sample.toString(), Integer.toString(number), bytes.toString(),
                    frame.pixels().photometric().term()));
        }
        return questions;
    }
}
