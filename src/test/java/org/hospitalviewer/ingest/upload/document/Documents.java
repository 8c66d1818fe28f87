package org.hospitalviewer.ingest.upload.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Documents as clinics have them, made here. */
public final class Documents {

    /** Wider than high: red at the left, blue at the right, a green stripe at the top. */
    public static final int WIDTH = 96;
    public static final int HEIGHT = 64;
    private static final int[] IDENTITY = {0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000};
    private static final int[] TURNED = {0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000};

    private Documents() {
    }

    public static byte[] pdf() {
        return ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj\nxref\n0 4\n0000000000 65535 f \n"
                + "0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\n"
                + "startxref\n162\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage picture(int type) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        Graphics2D drawing = image.createGraphics();
        drawing.setColor(Color.RED);
        drawing.fillRect(0, 0, WIDTH / 2, HEIGHT);
        drawing.setColor(Color.BLUE);
        drawing.fillRect(WIDTH / 2, 0, WIDTH / 2, HEIGHT);
        drawing.setColor(Color.GREEN);
        drawing.fillRect(0, 0, WIDTH, 16);
        drawing.dispose();
        return image;
    }

    /** Its right half is transparent. */
    public static byte[] png() {
        BufferedImage image = picture(BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = WIDTH / 2; x < WIDTH; x++) {
                image.setRGB(x, y, 0);
            }
        }
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] jpeg(boolean progressive) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
        ImageWriter writer = writers.next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(picture(BufferedImage.TYPE_INT_RGB), null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** The same as a phone writes it that was not held upright, and with a few bytes of its own behind the picture. */
    public static byte[] jpegTurned(int orientation) {
        byte[] plain = jpeg(false);
        ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4).order(ByteOrder.BIG_ENDIAN);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).order(ByteOrder.LITTLE_ENDIAN);
        exif.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation).putInt(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.writeBytes(exif.array());
        bytes.write(plain, 2, plain.length - 2);
        bytes.writeBytes(new byte[] {1, 2, 3});
        return bytes.toByteArray();
    }

    /** 50 frames in 2 s, 640 x 480, High profile. */
    public static byte[] film() {
        return film("avc1", 100, 40, false);
    }

    /** Frames of zeros in boxes that are as they should be. */
    public static byte[] film(String codec, int profile, int level, boolean turned) {
        byte[] configuration = {1, (byte) profile, 0, (byte) level, (byte) 0xFF, (byte) 0xE0, 0};
        ByteBuffer sample = ByteBuffer.allocate(78).putShort(6, (short) 1).putShort(24, (short) 640).putShort(26, (short) 480);
        byte[] entry = box(codec, join(sample.array(), box("avcC", configuration)));
        byte[] table = box("stbl", join(box("stsd", join(ints(0, 1), entry)), box("stsz", ints(0, 0, 50))));
        byte[] media = box("mdia", join(box("mdhd", ints(0, 0, 0, 1_000, 2_000, 0)),
                box("hdlr", join(ints(0, 0), "vide".getBytes(StandardCharsets.US_ASCII), new byte[13])),
                box("minf", table)));
        ByteBuffer track = ByteBuffer.allocate(84);
        int[] matrix = turned ? TURNED : IDENTITY;
        for (int i = 0; i < matrix.length; i++) {
            track.putInt(40 + 4 * i, matrix[i]);
        }
        byte[] movie = box("moov", box("trak", join(box("tkhd", track.array()), media)));
        return join(box("ftyp", "isom\0\0\2\0isomavc1".getBytes(StandardCharsets.ISO_8859_1)), movie,
                box("mdat", new byte[1_001]));
    }

    private static byte[] box(String type, byte[] content) {
        return join(ints(8 + content.length), type.getBytes(StandardCharsets.US_ASCII), content);
    }

    private static byte[] ints(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
