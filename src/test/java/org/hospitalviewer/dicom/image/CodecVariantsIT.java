package org.hospitalviewer.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.image.jpeg.JpegCodec;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Python;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways to compress that no sample shows, written by others and read by us. */
class CodecVariantsIT {
    private static final int COLUMNS = 83;
    private static final int ROWS = 61;

    @TempDir
    private Path folder;

    @Test
    void jpegReadsToTheBitAsLibjpegReadsIt() throws Exception {
        List<String> files = Python.withPydicom().run(List.of(folder.toString()),
                "src/test/resources/org/hospitalviewer/dicom/image/jpegs.py").lines().toList();
        assertThat(files).hasSize(32);
        for (String line : files) {
            String[] columns = line.split("\t");
            CodedImage ours = new JpegCodec().decode(Files.readAllBytes(Path.of(columns[0])),
                    pixels(Integer.parseInt(columns[1])));
            byte[] theirs = Files.readAllBytes(Path.of(columns[0] + ".raw"));
            short[] values = new short[theirs.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) (theirs[i] & 0xFF);
            }
            assertThat(ours.values()).as(columns[2]).isEqualTo(values);
        }
    }

    @ParameterizedTest
    @CsvSource({"dcmcjpeg,+el +sv 1", "dcmcjpeg,+el +sv 2", "dcmcjpeg,+el +sv 3", "dcmcjpeg,+el +sv 4",
        "dcmcjpeg,+el +sv 5", "dcmcjpeg,+el +sv 6", "dcmcjpeg,+el +sv 7", "dcmcjpeg,+e1", "dcmcjpls,+el",
        "dcmcjpls,+el +il", "dcmcjpls,+el +is", "dcmcjpls,+el +in", "dcmcjpls,+el +t1 5 +t2 9 +t3 30 +rs 31",
        "dcmcrle,"})
    void losslessCompressionChangesNothing(String program, String options) throws IOException {
        for (String sample : List.of("transfer-syntaxes/same-ct/ct-explicit-le.dcm", "modalities/sc-rgb-16bit.dcm",
                "modalities/us-8frames-rgb-implicit.dcm", "modalities/dx-mono1-small.dcm")) {
            Path source = Samples.path(sample);
            Path compressed = folder.resolve(program + ".dcm");
            List<String> arguments = new ArrayList<>(options == null ? List.of() : List.of(options.split(" ")));
            arguments.addAll(List.of(source.toString(), compressed.toString()));
            Dcmtk.Output output = Dcmtk.run(program, arguments.toArray(String[]::new));
            assertThat(output.exit()).as(sample + " " + output.text()).isZero();
            assertThat(bytes(compressed)).as(sample).isEqualTo(bytes(source));
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        ImageFrames frames = ImageFrames.of(Part10File.open(file));
        DecodedFrame frame = frames.decode(frames.frameCount());
        ImagePixels pixels = frame.pixels();
        return LittleEndianFrame.bytes(new DecodedFrame(new ImagePixels(pixels.columns(), pixels.rows(),
                pixels.samples(), pixels.allocated(), pixels.stored(), pixels.shift(), pixels.signed(), false,
                pixels.photometric(), pixels.kind()), frame.samples()));
    }

    private static ImagePixels pixels(int samples) throws UndecodableImageException {
        Attributes header = new Attributes();
        header.setInt(Tag.Columns, VR.US, COLUMNS);
        header.setInt(Tag.Rows, VR.US, ROWS);
        header.setInt(Tag.SamplesPerPixel, VR.US, samples);
        header.setInt(Tag.BitsAllocated, VR.US, 8);
        header.setString(Tag.PhotometricInterpretation, VR.CS, samples == 1 ? "MONOCHROME2" : "YBR_FULL");
        header.setBytes(Tag.PixelData, VR.OB, new byte[2]);
        return ImagePixels.of(header);
    }
}
