package org.hospitalviewer.dicom.image.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.image.ImageFrames;
import org.hospitalviewer.dicom.image.UndecodableImageException;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Our pictures of every sample, pixel by pixel, against those of dcmj2pnm. */
class RenderingAgainstDcmtkIT {
    private static final Logger LOG = LoggerFactory.getLogger(RenderingAgainstDcmtkIT.class);
    private static final Path FOLDER = Path.of("target", "rendered-by-dcmtk");
    private static final Path TABLE = Path.of("target", "rendering-against-dcmtk.tsv");

    /** Rounding: DCMTK computes brightnesses and colours in another order. */
    private static final int ROUNDING = 1;
    /** Largest differences where they may be more than rounding. */
    private static final Map<String, Integer> BOUNDS = Map.ofEntries(
            // DCMTK rounds the conversion from YBR step by step.
            Map.entry("modalities/us-ybr-full-rle.dcm", 2),
            Map.entry("transfer-syntaxes/colour-small/ybr-full-raw.dcm", 2),
            // DCMTK shows YCbCr as RGB, as the header says.
            Map.entry("malformed/found/GH195.dcm", 255),
            // Without a window, DCMTK lets the value that only fills up the picture count.
            Map.entry("transfer-syntaxes/encapsulation/ct-rle-fragments.dcm", 255),
            Map.entry("malformed/found/GH177_D_CLUNIE_CT1_IVRLE_BigEndian_undefined_length.dcm", 255),
            // The windows lie in functional groups (PS3.3 C.7.6.16), which DCMTK does not look at.
            Map.entry("modalities/enhanced-ct-2frames-palette.dcm", 255),
            Map.entry("modalities/enhanced-mr-19frames.dcm", 255),
            Map.entry("modalities/enhanced-mr-philips-64frames.dcm", 255),
            Map.entry("modalities/enhanced-mr-siemens-25frames.dcm", 255),
            Map.entry("transfer-syntaxes/encapsulation/ct0012-fragmented-no-bot-jpeg-baseline.51.dcm", 255),
            Map.entry("transfer-syntaxes/encapsulation/ct0012-fragmented-no-bot-jpeg-lossless.57.dcm", 255),
            Map.entry("transfer-syntaxes/encapsulation/ct0012-fragmented-no-bot-jpeg-lossless.70.dcm", 255),
            Map.entry("transfer-syntaxes/encapsulation/ct0012-not-fragmented-bot-rle.dcm", 255),
            Map.entry("transfer-syntaxes/encapsulation/ct0012-not-fragmented-no-bot-rle.dcm", 255));

    @Test
    void everyPictureIsTheOneThatDcmtkShows() throws Exception {
        Files.createDirectories(FOLDER);
        List<String> table = new ArrayList<>(List.of("file\tresult\tmost\tdifferent\tof"));
        List<String> tooDifferent = new ArrayList<>();
        int compared = 0;
        for (Path sample : samples()) {
            String name = Samples.name(sample);
            String result = compare(sample);
            table.add(name + "\t" + result);
            if (result.startsWith("compared")) {
                compared++;
                if (Integer.parseInt(result.split("\t")[1]) > BOUNDS.getOrDefault(name, ROUNDING)) {
                    tooDifferent.add(name + " " + result);
                }
            }
        }
        Files.write(TABLE, table);
        table.stream().filter(line -> !line.matches("[^\t]*\tcompared\t[01]\t.*")).forEach(LOG::info);
        assertThat(tooDifferent).isEmpty();
        assertThat(compared).isGreaterThan(150);
    }

    /** The pictures of a series are alike: a few of them will do. */
    private static List<Path> samples() {
        Map<Path, Integer> taken = new HashMap<>();
        return Samples.all().stream().filter(sample -> !Samples.name(sample).startsWith("malformed/made"))
                .filter(sample -> !Samples.name(sample).startsWith("series-")
                        || taken.merge(sample.getParent(), 1, Integer::sum) <= 3).toList();
    }

    private static String compare(Path sample) throws IOException {
        Picture ours;
        ImageFrames frames;
        try {
            frames = ImageFrames.of(Part10File.open(sample));
            ours = new Rendering(Optional.empty(), Optional.empty()).of(frames, 1);
        } catch (UndecodableImageException | DicomFormatException e) {
            return "ours refused\t" + e.getMessage();
        }
        Path picture = FOLDER.resolve(Samples.name(sample).replace('/', '_') + ".png");
        List<String> arguments = new ArrayList<>(List.of("--write-png", "--frame", "1", "--no-overlays"));
        if (frames.pixels().photometric().isMonochrome()) {
            arguments.addAll(window(frames.header()));
        }
        arguments.addAll(List.of(sample.toString(), picture.toString()));
        Dcmtk.Output output = Dcmtk.run("dcmj2pnm", arguments.toArray(String[]::new));
        if (output.exit() != 0 || !Files.exists(picture)) {
            return "dcmtk refused\t" + output.text().strip().replaceAll("\\s+", " ");
        }
        return difference(ours, ImageIO.read(picture.toFile()));
    }

    private static List<String> window(Attributes header) {
        if (header.containsValue(Tag.WindowCenter)) {
            return List.of("--use-window", "1");
        }
        return header.getSequence(Tag.VOILUTSequence) != null ? List.of("--use-voi-lut", "1")
                : List.of("--min-max-window");
    }

    private static String difference(Picture ours, BufferedImage theirs) {
        if (ours.width() != theirs.getWidth() || ours.height() != theirs.getHeight()) {
            return "compared\t255\tsize " + ours.width() + "x" + ours.height() + " / " + theirs.getWidth() + "x" + theirs.getHeight();
        }
        int most = 0;
        int count = 0;
        int[] pixel = new int[4];
        for (int y = 0; y < ours.height(); y++) {
            for (int x = 0; x < ours.width(); x++) {
                theirs.getRaster().getPixel(x, y, pixel);
                int bands = theirs.getRaster().getNumBands();
                for (int channel = 0; channel < ours.channels(); channel++) {
                    int our = ours.bytes()[(y * ours.width() + x) * ours.channels() + channel] & 0xFF;
                    int difference = Math.abs(our - pixel[bands == 1 ? 0 : channel]);
                    most = Math.max(most, difference);
                    count += difference > 0 ? 1 : 0;
                }
            }
        }
        return "compared\t" + most + "\t" + count + "\t" + ours.bytes().length;
    }
}
