package org.hospitalviewer.ingest.upload;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.hospitalviewer.archive.Origin;

/** The files in a ZIP, read one after the other from its beginning; none of them is unpacked onto the disk. */
final class ZipContents {

    static final int MOST_ENTRIES = 100_000;
    /** An image packs to a tenth; a whole ZIP that packs to a hundredth holds something else. */
    private static final long MOST_EXPANSION = 100;
    private static final long ALWAYS_ALLOWED = 100L << 20;

    private final Path zip;
    private final String name;
    private final FileTaking taking;

    ZipContents(Path zip, String name, FileTaking taking) {
        this.zip = zip;
        this.name = name;
        this.taking = taking;
    }

    /**
     * Takes each file, and names what is wrong with the ZIP itself last.
     *
     * @param known so many fates were told before the program stopped; these files are passed over
     * @throws IOException the archive takes nothing now, or the disk does not answer
     */
    void take(Origin origin, long known, Consumer<FileFate> told) throws IOException {
        Walk walk = new Walk(origin, known, told);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(zip))) {
            String trouble = walk.through(new ZipInputStream(file, StandardCharsets.ISO_8859_1));
            if (!trouble.isEmpty()) {
                walk.tell(FileFate.refused(name, trouble));
            }
        }
    }

    private final class Walk {

        private final Origin origin;
        private final Consumer<FileFate> told;
        private long passedOver;
        private long room;
        private int entries;

        Walk(Origin origin, long known, Consumer<FileFate> told) throws IOException {
            this.origin = origin;
            this.told = told;
            this.passedOver = known;
            this.room = Files.size(zip) * MOST_EXPANSION + ALWAYS_ALLOWED;
        }

        void tell(FileFate fate) {
            if (passedOver > 0) {
                passedOver--;
            } else {
                told.accept(fate);
            }
        }

        /** @return what is wrong with the ZIP, empty for nothing */
        String through(ZipInputStream in) throws IOException {
            try {
                for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                    if (++entries > MOST_ENTRIES) {
                        return "It holds more than " + MOST_ENTRIES + " files. The first ones were taken; unpack it and"
                                + " choose the others.";
                    }
                    if (!entry.isDirectory() && !isOfNoUse(entry.getName())) {
                        take(shownName(entry), in);
                    }
                }
            } catch (LimitedStream.TooLong bomb) {
                return "Its files become far larger than images ever do. It was not read to its end.";
            } catch (ZipException | EOFException damaged) {
                return trouble(damaged);
            }
            return missing();
        }

        private void take(String path, ZipInputStream in) throws IOException {
            LimitedStream entry = new LimitedStream(new Unclosed(in), room);
            if (passedOver > 0) {
                passedOver--;
            } else {
                told.accept(taking.take(origin, path, entry));
            }
            entry.transferTo(OutputStream.nullOutputStream());
            room -= entry.count();
        }

        private String trouble(IOException damaged) {
            String why = String.valueOf(damaged.getMessage());
            if (why.contains("encrypted")) {
                return "It is locked with a password. Unpack it and choose what is in it.";
            }
            return why.contains("compression method") ? "It is packed in a way that is not known here. Unpack it and choose"
                    + " what is in it." : "It is damaged after " + entries + " files: " + why + ".";
        }

        /** What follows a damaged place would otherwise be left out without a word. */
        private String missing() throws IOException {
            long listed = ZipDirectory.entries(zip);
            if (listed < 0) {
                return "Its end is missing. The files before that were taken.";
            }
            return listed == entries ? "" : "It lists " + listed + " files, of which only " + entries + " can be read.";
        }
    }

    /** What operating systems add of their own. */
    private static boolean isOfNoUse(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith("__MACOSX/") || file.equals(".DS_Store") || file.equals("Thumbs.db");
    }

    /** Names that are not marked as UTF-8 often are it all the same (APPNOTE.TXT, appendix D). */
    private String shownName(ZipEntry entry) {
        String path = entry.getName();
        try {
            path = StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(path.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException latin) {
            // as it is
        }
        return NewUpload.shown(name + "/" + path.replace('\\', '/'));
    }

    /** Whoever reads an entry must not end the ZIP. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the ZIP goes on
        }
    }
}
