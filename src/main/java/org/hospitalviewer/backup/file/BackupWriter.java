package org.hospitalviewer.backup.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionLevel;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.backup.file.Manifest.Entry;
import org.hospitalviewer.backup.file.Manifest.Table;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup as it comes, with bounded memory: every entry encrypted with AES-256, the manifest last. */
public final class BackupWriter implements Closeable {

    /** First words of the ZIP's comment, before the identification of the key; what other programs show. */
    static final String COMMENT = "Hospital DICOM Viewer Pro backup, recovery key ";

    private static final JsonMapper JSON = new JsonMapper();
    private static final int BUFFER_BYTES = 64 * 1024;

    private final ZipOutputStream zip;
    private final RecoveryKey key;
    private final List<Entry> entries = new ArrayList<>();

    public BackupWriter(OutputStream out, RecoveryKey key) throws IOException {
        this.zip = new ZipOutputStream(new BufferedOutputStream(out, BUFFER_BYTES), key.password());
        this.key = key;
    }

    /** Adds a file. */
    public void add(String name, InputStream content) throws IOException {
        try (OutputStream entry = begin(name)) {
            content.transferTo(entry);
        }
    }

    /**
     * Begins a file of at most 4 GB; its end is the closing of the stream.
     *
     * @param name with slashes between folders
     */
    OutputStream begin(String name) throws IOException {
        zip.putNextEntry(parameters(name));
        return new EntryStream(name);
    }

    private static ZipParameters parameters(String name) {
        ZipParameters parameters = new ZipParameters();
        parameters.setFileNameInZip(name);
        parameters.setEncryptFiles(true);
        parameters.setEncryptionMethod(EncryptionMethod.AES);
        parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        parameters.setCompressionLevel(CompressionLevel.FAST);
        return parameters;
    }

    /** Writes the manifest and the end of the ZIP; the stream below is flushed but not closed. */
    public Manifest finish(Manifest head, List<Table> tables) throws IOException {
        Manifest manifest = new Manifest(head.format(), head.program(), head.createdAt(), head.schemaVersion(),
                head.contents(), tables, List.copyOf(entries));
        zip.putNextEntry(parameters(Manifest.NAME));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        zip.setComment(COMMENT + key.id());
        zip.close();
        return manifest;
    }

    /** What a manifest says before anything is written. */
    public static Manifest head(String program, java.time.Instant createdAt, String schemaVersion, List<Content> contents) {
        return new Manifest(Manifest.FORMAT, program, createdAt, schemaVersion, contents, List.of(), List.of());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class EntryStream extends OutputStream {

        private final String name;
        private final Digest digest = new Digest();
        private boolean closed;

        private EntryStream(String name) {
            this.name = name;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            zip.write(buffer, offset, length);
            digest.write(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                zip.closeEntry();
                entries.add(new Entry(name, digest.bytes(), digest.hex()));
            }
        }
    }
}
