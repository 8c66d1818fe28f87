package org.hospitalviewer.clinical.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.hospitalviewer.appliance.Home;
import org.openpdf.text.DocumentException;
import org.openpdf.text.pdf.BaseFont;
import org.springframework.stereotype.Component;

/**
 * The fonts of the program, each read when a text needs it first. They are unpacked into the cache folder, since both Java
 * and the PDF read them as files then and need not hold them in memory.
 */
@Component
class PaperFonts {

    private static final String BOLD = "noto-sans/700Bold/NotoSans_700Bold.ttf";
    /** The first one that has a letter shows it: Latin, Greek, Cyrillic and Devanagari; then one script each; Han last. */
    private static final List<String> REGULAR = List.of("noto-sans/400Regular/NotoSans_400Regular.ttf",
            "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
            "noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf",
            "noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf",
            "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
            "nanum-gothic/400Regular/NanumGothic_400Regular.ttf");

    private final Path folder;
    private final Map<String, PaperFont> read = new ConcurrentHashMap<>();

    PaperFonts(Home home) {
        this.folder = home.cache().resolve("fonts");
    }

    /** The font for a character; the first one where none has it, which then shows an empty box. */
    PaperFont of(int codePoint, boolean bold) {
        Stream<String> names = bold ? Stream.concat(Stream.of(BOLD), REGULAR.stream()) : REGULAR.stream();
        return names.map(this::font).filter(font -> font.shows(codePoint)).findFirst()
                .orElseGet(() -> font(REGULAR.getFirst()));
    }

    private PaperFont font(String name) {
        return read.computeIfAbsent(name, this::opened);
    }

    private PaperFont opened(String name) {
        try {
            Path file = unpacked(name);
            BaseFont embedded = BaseFont.createFont(file.toString(), BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
            embedded.setSubset(true);
            return new PaperFont(Font.createFont(Font.TRUETYPE_FONT, file.toFile()), embedded);
        } catch (IOException e) {
            throw new UncheckedIOException("The font " + name + " cannot be read: " + e.getMessage(), e);
        } catch (FontFormatException | DocumentException e) {
            throw new IllegalStateException("The font " + name + " is damaged", e);
        }
    }

    /** A file of another length is from another version of the program, or was cut short. */
    private Path unpacked(String name) throws IOException {
        Path file = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
        try (InputStream packed = PaperFonts.class.getResourceAsStream("fonts/" + name)) {
            if (packed == null) {
                throw new IOException("the program comes without it");
            }
            byte[] bytes = packed.readAllBytes();
            if (!Files.exists(file) || Files.size(file) != bytes.length) {
                Files.createDirectories(folder);
                Path fresh = Files.createTempFile(folder, "font", ".part");
                Files.write(fresh, bytes);
                Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return file;
    }
}
