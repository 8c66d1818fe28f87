package org.hospitalviewer.ingest.folder;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hospitalviewer.archive.RefusedException;

/**
 * Goes through a ZIP file from its beginning to its end, each entry once and without unpacking it to the disk. ZIP files
 * within it stay closed.
 */
final class ZipTaking {

    private static final int MAX_ENTRIES = 1_000_000;
    private static final int BUFFER_BYTES = 64 * 1024;

    private final SourceFile zip;
    private final ImportOptions options;

    /** Takes what is DICOM in it. */
    @FunctionalInterface
    interface Taker {

        /**
         * Looks at an entry that may be DICOM.
         *
         * @param in open at its beginning
         * @throws IOException the archive can take nothing now, or the ZIP file is broken here
         */
        void entry(String name, BufferedInputStream in, FileBeginning beginning, NameSort sort) throws IOException;
    }

    ZipTaking(SourceFile zip, ImportOptions options) {
        this.zip = zip;
        this.options = options;
    }

    /**
     * Gives each entry to the taker.
     *
     * @return what is wrong with the ZIP file; empty when it was read to its end
     * @throws RefusedException of the taker
     */
    Optional<String> run(Taker taker) throws IOException {
        int entries = 0;
        try (CountedStream file = new CountedStream(new BufferedInputStream(Files.newInputStream(zip.file()),
                BUFFER_BYTES)); ZipInputStream in = new ZipInputStream(file, StandardCharsets.ISO_8859_1)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    return Optional.of("It holds more than " + MAX_ENTRIES + " files");
                }
                offer(entry, in, file, taker);
            }
            return entries == 0 ? Optional.of("Not a ZIP file, or an empty one") : Optional.empty();
        } catch (RefusedException | SourceAbsentException e) {
            throw e;
        } catch (GrowthLimit.OversizedException e) {
            return Optional.of(e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of("The ZIP file is damaged or cut short after " + Math.max(0, entries - 1) + " files");
        }
    }

    private void offer(ZipEntry entry, ZipInputStream in, CountedStream file, Taker taker) throws IOException {
        long before = file.count();
        GrowthLimit limited = new GrowthLimit(new Unclosed(in), () -> file.count() - before + BUFFER_BYTES);
        BufferedInputStream contents = new BufferedInputStream(limited, BUFFER_BYTES);
        Optional<NameSort> sort = sort(entry);
        if (sort.isPresent()) {
            FileBeginning beginning = FileBeginning.peek(contents);
            if (beginning.isDicom() || sort.get() == NameSort.DICOM) {
                taker.entry(entry.getName(), contents, beginning, sort.get());
            }
        }
        contents.transferTo(OutputStream.nullOutputStream());
    }

    private Optional<NameSort> sort(ZipEntry entry) {
        String name = entry.getName().replace('\\', '/');
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (entry.isDirectory() || last.startsWith(".") || name.startsWith("__MACOSX/")) {
            return Optional.empty();
        }
        return NameSort.of(last, options).filter(sort -> sort != NameSort.ZIP);
    }

    /** Whoever is done with an entry must not close the ZIP file. */
    private static final class Unclosed extends FilterInputStream {

        private Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the next entry follows
        }
    }
}
