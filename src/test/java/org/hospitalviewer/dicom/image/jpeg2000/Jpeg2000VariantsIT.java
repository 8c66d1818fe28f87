package org.hospitalviewer.dicom.image.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.image.CodedImage;
import org.hospitalviewer.dicom.image.ImagePixels;
import org.hospitalviewer.peers.Needed;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which OpenJPEG can write an image is read as it was. */
class Jpeg2000VariantsIT {
    private static final int COLUMNS = 203;
    private static final int ROWS = 149;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "-n 1", "-n 7", "-p LRCP -r 20,5,1", "-p RLCP -r 20,5,1", "-p RPCL -r 9,1", "-p PCRL -r 9,1",
        "-p CPRL -r 9,1", "-t 64,48", "-t 37,41 -p PCRL", "-c [64,64],[32,32],[16,16]", "-c [32,32] -p RPCL -b 16,16",
        "-b 4,4", "-b 64,4", "-b 8,256", "-M 1", "-M 2", "-M 4", "-M 8", "-M 32", "-M 1 -b 8,8", "-M 5", "-M 63 -t 60,60",
        "-SOP -EPH", "-d 5,3", "-n 3 -d 5,3 -T 2,1 -t 33,29 -c [16,16] -p CPRL", "-TP R -t 64,64"})
    void aReversibleImageIsReadAsItWas(String options) throws IOException, InterruptedException {
        for (int samples : new int[] {1, 3}) {
            short[] original = image(samples, samples == 1 ? 4095 : 255);
            CodedImage read = decode(compressed(original, samples, options), samples);
            assertThat(read.values()).as(options + " with " + samples + " samples").isEqualTo(original);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-I -r 1", "-I -r 8", "-I -r 30 -t 64,64", "-I -n 1 -r 4", "-I -r 20,4 -p RPCL -c [64,64]"})
    void anIrreversibleImageIsReadAsOpenJpegReadsIt(String options) throws IOException, InterruptedException {
        for (int samples : new int[] {1, 3}) {
            byte[] stream = compressed(image(samples, samples == 1 ? 4095 : 255), samples, options);
            short[] ours = decode(stream, samples).values();
            short[] theirs = decompressed(samples);
            int most = 0;
            for (int i = 0; i < ours.length; i++) {
                most = Math.max(most, Math.abs(ours[i] - theirs[i]));
            }
            assertThat(most).as(options + " with " + samples + " samples").isLessThanOrEqualTo(1);
        }
    }

    /** Gradients, edges and noise, by a fixed seed. */
    private static short[] image(int samples, int max) {
        Random random = new Random(7);
        short[] values = new short[COLUMNS * ROWS * samples];
        for (int i = 0; i < values.length; i++) {
            int x = i / samples % COLUMNS;
            int y = i / samples / COLUMNS;
            int base = (x * 5 + y * 3 + (x / 40 % 2 == y / 30 % 2 ? max / 3 : 0)) % (max + 1);
            values[i] = (short) Math.clamp(base + random.nextInt(max / 16 + 1), 0, max);
        }
        return values;
    }

    private byte[] compressed(short[] values, int samples, String options) throws IOException, InterruptedException {
        int max = samples == 1 ? 4095 : 255;
        ByteArrayOutputStream picture = new ByteArrayOutputStream();
        picture.write(((samples == 1 ? "P5" : "P6") + "\n" + COLUMNS + " " + ROWS + "\n" + max + "\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (short value : values) {
            if (max > 255) {
                picture.write(value >> 8);
            }
            picture.write(value);
        }
        Path source = Files.write(folder.resolve(samples == 1 ? "in.pgm" : "in.ppm"), picture.toByteArray());
        Path target = folder.resolve("out.j2k");
        List<String> command = new ArrayList<>(List.of("opj_compress", "-i", source.toString(), "-o", target.toString()));
        command.addAll(Arrays.stream(options.split(" ")).filter(word -> !word.isEmpty()).toList());
        run(command);
        return Files.readAllBytes(target);
    }

    private short[] decompressed(int samples) throws IOException, InterruptedException {
        Path target = folder.resolve(samples == 1 ? "back.pgm" : "back.ppm");
        run(List.of("opj_decompress", "-i", folder.resolve("out.j2k").toString(), "-o", target.toString()));
        byte[] bytes = Files.readAllBytes(target);
        int width = samples == 1 ? 2 : 1;
        short[] values = new short[COLUMNS * ROWS * samples];
        int start = bytes.length - values.length * width;
        for (int i = 0; i < values.length; i++) {
            int at = start + i * width;
            values[i] = (short) (width == 2 ? (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF : bytes[at] & 0xFF);
        }
        return values;
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>(command);
        whole.set(0, Needed.program(command.getFirst(), "libopenjp2-tools").toString());
        Process process = new ProcessBuilder(whole).redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile()).start();
        assertThat(process.waitFor()).as(() -> log(whole)).isZero();
    }

    private String log(List<String> command) {
        try {
            return command + "\n" + Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            return command.toString();
        }
    }

    private static CodedImage decode(byte[] stream, int samples) throws IOException {
        Attributes header = new Attributes();
        header.setInt(Tag.Columns, VR.US, COLUMNS);
        header.setInt(Tag.Rows, VR.US, ROWS);
        header.setInt(Tag.SamplesPerPixel, VR.US, samples);
        header.setInt(Tag.BitsAllocated, VR.US, samples == 1 ? 16 : 8);
        header.setInt(Tag.BitsStored, VR.US, samples == 1 ? 12 : 8);
        header.setString(Tag.PhotometricInterpretation, VR.CS, samples == 1 ? "MONOCHROME2" : "YBR_RCT");
        header.setBytes(Tag.PixelData, VR.OB, new byte[2]);
        return new Jpeg2000Codec().decode(stream, ImagePixels.of(header));
    }
}
