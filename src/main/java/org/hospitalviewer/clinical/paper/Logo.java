package org.hospitalviewer.clinical.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.appliance.Home;
import org.springframework.stereotype.Service;

/**
 * The clinic's logo on printed reports, a file in the folder {@code config}. What is sent is decoded and encoded anew, so
 * that nothing but the picture is kept.
 */
@Service
public class Logo {

    public static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final int LONGEST_SIDE = 4_000;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private final Path file;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;

    Logo(Home home, Doorkeeper doorkeeper, AuditLog audit) {
        this.file = home.config().resolve("logo.png");
        this.doorkeeper = doorkeeper;
        this.audit = audit;
    }

    /** A PNG; empty when there is none. */
    public byte[] png() {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException("The logo cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Keeps another one.
     *
     * @param picture PNG or JPEG
     * @throws InvalidLogoException when it is no such picture, or too large
     */
    public void replace(byte[] picture) {
        doorkeeper.require(Action.MANAGE_SETTINGS, "logo");
        if (picture.length > MAX_BYTES) {
            throw new InvalidLogoException("A logo has " + MAX_BYTES / 1024 / 1024 + " MB at most.");
        }
        write(decoded(picture));
        audit.record("CHANGE_LOGO", "SETTING", "logo", AuditLog.Result.SUCCESS);
    }

    private void write(BufferedImage image) {
        try {
            ByteArrayOutputStream png = new ByteArrayOutputStream();
            // Any other stream would pass through the computer's folder for temporary files.
            try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
                ImageIO.write(image, "png", out);
            }
            Path fresh = Files.createTempFile(file.getParent(), "logo", ".part");
            Files.write(fresh, png.toByteArray());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The logo cannot be written: " + e.getMessage(), e);
        }
    }

    /** Its size is looked at before its pixels are: a small file may claim a picture that fills the memory. */
    private static BufferedImage decoded(byte[] picture) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new InvalidLogoException("This is no PNG or JPEG picture.");
            }
            ImageReader reader = readers.next();
            try {
                return decoded(reader, in);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            throw e instanceof InvalidLogoException known ? known
                    : new InvalidLogoException("This picture is damaged.");
        }
    }

    private static BufferedImage decoded(ImageReader reader, ImageInputStream in) throws IOException {
        if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            throw new InvalidLogoException("This is no PNG or JPEG picture.");
        }
        reader.setInput(in, true, true);
        if (reader.getWidth(0) > LONGEST_SIDE || reader.getHeight(0) > LONGEST_SIDE) {
            throw new InvalidLogoException("A logo is at most " + LONGEST_SIDE + " pixels wide and high.");
        }
        return reader.read(0);
    }

    /** Says whether there was one. */
    public boolean remove() {
        doorkeeper.require(Action.MANAGE_SETTINGS, "logo");
        try {
            boolean removed = Files.deleteIfExists(file);
            audit.record("REMOVE_LOGO", "SETTING", "logo", AuditLog.Result.SUCCESS);
            return removed;
        } catch (IOException e) {
            throw new UncheckedIOException("The logo cannot be removed: " + e.getMessage(), e);
        }
    }
}
