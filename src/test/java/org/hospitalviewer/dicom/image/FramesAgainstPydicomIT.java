package org.hospitalviewer.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Python;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our frames of every sample with pixels, sample by sample, against pydicom with GDCM and Pillow. */
class FramesAgainstPydicomIT {
    private static final Logger LOG = LoggerFactory.getLogger(FramesAgainstPydicomIT.class);
    private static final Path FOLDER = Path.of("target", "decoded-frames");
    private static final Path TABLE = Path.of("target", "frames-against-pydicom.tsv");
    private static final String SCRIPT = "src/test/resources/org/hospitalviewer/dicom/image/decoded.py";

    /** Largest differences by file and decoder, where they may be more than 0. */
    private static final Map<String, Double> BOUNDS = Map.of(
            // Irreversible JPEG 2000 is computed in floating point, by each in its own order.
            "modalities/cr-mono1-15bit-j2k-lossy.dcm pillow", 1.0,
            "modalities/cr-mono1-15bit-j2k-lossy.dcm gdcm", 1.0,
            "transfer-syntaxes/colour-small/us-j2k-ict.dcm pillow", 1.0,
            "transfer-syntaxes/colour-small/us-j2k-ict.dcm gdcm", 1.0,
            // The header says RGB, the JPEG within YCbCr: pydicom leaves it so, we make the header true.
            "malformed/found/GH195.dcm pillow", 255.0,
            "malformed/found/GH195.dcm gdcm", 255.0,
            // GDCM joins the fragments of both frames, and gives other values each time; our frames are those of the
            // same image in JPEG lossless and RLE.
            "transfer-syntaxes/encapsulation/ct0012-fragmented-no-bot-jpeg-ls.80.dcm gdcm", 65535.0,
            "transfer-syntaxes/encapsulation/ct0012-fragmented-no-bot-jpeg-ls.81.dcm gdcm", 65535.0);
    /** What nobody here decodes, and what is no image or too broken to be one; the reasons are in the table. */
    private static final Set<String> REFUSED_IMAGES = Set.of("modalities/sm-140frames-tiled.dcm",
            "transfer-syntaxes/htj2k/rgb-htj2k-203.dcm", "transfer-syntaxes/htj2k/rgb-htj2k-lossless-201.dcm",
            "transfer-syntaxes/same-ct/ct-htj2k-lossless-201.dcm",
            "transfer-syntaxes/same-ct/ct-htj2k-lossless-rpcl-202.dcm", "transfer-syntaxes/same-ct/ct-htj2k-lossy-203.dcm",
            "transfer-syntaxes/us-27frames-jpeg-xl-111.dcm", "transfer-syntaxes/video-h264-102.dcm",
            "transfer-syntaxes/video-mpeg2-100.dcm");

    @Test
    void everyFrameHasTheValuesThatOthersDecode() throws Exception {
        Files.createDirectories(FOLDER);
        List<String> questions = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        for (Path sample : Samples.all()) {
            try {
                questions.addAll(decode(sample, questions.size()));
            } catch (UndecodableImageException e) {
                refused.put(Samples.name(sample), e.reason() + "\t" + e.getMessage());
            } catch (DicomFormatException e) {
                refused.put(Samples.name(sample), "NOT READ\t" + e.getMessage());
            }
        }
        List<String> answers = Python.withPydicom().run(questions, SCRIPT).lines()
                .map(line -> line.replace(Samples.root() + "/", "")).toList();
        write(answers, refused);
        assertThat(refused.entrySet().stream().filter(entry -> !entry.getValue().startsWith("NO")
                && !entry.getKey().startsWith("malformed/")).map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(REFUSED_IMAGES);
        assertThat(answers.stream().filter(FramesAgainstPydicomIT::isTooDifferent)).isEmpty();
        assertThat(answers.stream().filter(line -> line.split("\t").length == 6)).hasSizeGreaterThan(350);
    }

    private static void write(List<String> answers, Map<String, String> refused) throws IOException {
        List<String> table = new ArrayList<>(List.of("file\tframe\tdecoder\tmost\tdifferent\tof"));
        table.addAll(answers);
        refused.forEach((file, why) -> table.add(file + "\t\tours refused\t" + why));
        Files.write(TABLE, table);
        table.stream().filter(line -> !line.matches("[^\t]*\t\\d+\t\\w+\t0\t0\t\\d+")).forEach(LOG::info);
    }

    /** A line with a difference beyond what is allowed for this file and decoder. */
    private static boolean isTooDifferent(String line) {
        String[] columns = line.split("\t");
        return columns.length == 6
                && Double.parseDouble(columns[3]) > BOUNDS.getOrDefault(columns[0] + " " + columns[2], 0.0);
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
