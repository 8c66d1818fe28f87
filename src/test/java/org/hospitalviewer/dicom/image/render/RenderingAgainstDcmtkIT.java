package org.hospitalviewer.dicom.image.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** Our pictures of every sample, pixel by pixel, against those of dcmj2pnm. */
class RenderingAgainstDcmtkIT {
    private static final Path FOLDER = Path.of("target", "rendered-by-dcmtk");
    private static final Path TABLE = Path.of("target", "rendering-against-dcmtk.tsv");

    @Test
    void everyPictureIsTheOneThatDcmtkShows() throws Exception {
        Files.createDirectories(FOLDER);
        List<String> table = new ArrayList<>();
        for (Path sample : Samples.all()) {
            String name = Samples.name(sample);
            if (!name.startsWith("malformed/made") && !name.startsWith("series-")) {
                table.add(name + "\t" + compare(sample));
            }
        }
        Files.write(TABLE, table);
        assertThat(table).isNotEmpty();
    }

    private static String compare(Path sample) throws IOException {
        Picture ours;
        ImageFrames frames;
        try {
            frames = ImageFrames.of(Part10File.open(sample));
            ours = new Rendering(Optional.empty(), Optional.empty()).of(frames, 1);
        } catch (UndecodableImageException | DicomFormatException e) {
            return "OURS REFUSED\t" + e.getMessage();
        }
        Path picture = FOLDER.resolve(Samples.name(sample).replace('/', '_') + ".png");
        List<String> arguments = new ArrayList<>(List.of("--write-png", "--frame", "1", "--no-overlays"));
        if (frames.pixels().photometric().isMonochrome()) {
            arguments.addAll(window(frames.header()));
        }
        arguments.addAll(List.of(sample.toString(), picture.toString()));
        Dcmtk.Output output = Dcmtk.run("dcmj2pnm", arguments.toArray(String[]::new));
        if (output.exit() != 0 || !Files.exists(picture)) {
            return "DCMTK REFUSED\t" + output.text().strip().replaceAll("\\s+", " ");
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
            return "SIZE\t" + ours.width() + "x" + ours.height() + " / " + theirs.getWidth() + "x" + theirs.getHeight();
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
        return "COMPARED\t" + most + "\t" + count + "\t" + ours.bytes().length;
    }
}
