package org.hospitalviewer.ingest.upload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hospitalviewer.appliance.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Uploads on the disk. Of each there are up to four files: what it is (.json), the pieces so far (.part), how many bytes
 * of them are durable (.durable) and the fates of the files in it, one JSON a line (.fates). Names are made here and hold
 * nothing that was sent.
 */
@Component
class UploadFolder {

    private static final Logger LOG = LoggerFactory.getLogger(UploadFolder.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DESCRIPTION = ".json";
    /** Some hundred fates; a single one is far shorter. */
    private static final int FATES_AT_ONCE_BYTES = 1 << 18;

    private final Path folder;

    UploadFolder(Home home) {
        this.folder = home.root().resolve("uploads");
    }

    Path path() throws IOException {
        return Files.createDirectories(folder);
    }

    Path part(String id) {
        return folder.resolve(id + ".part");
    }

    /** For the object that is made of a document. */
    Path object(String id) {
        return folder.resolve(id + ".dcm");
    }

    private Path durable(String id) {
        return folder.resolve(id + ".durable");
    }

    private Path fates(String id) {
        return folder.resolve(id + ".fates");
    }

    /** Replaces what was written down before in one step. */
    void describe(KeptUpload upload) throws IOException {
        Path fresh = path().resolve(upload.id() + ".new");
        Files.write(fresh, JSON.writeValueAsBytes(upload));
        Files.move(fresh, folder.resolve(upload.id() + DESCRIPTION), StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    /** All that were begun and can be understood, for a start; files that belong to none are deleted. */
    List<KeptUpload> all() throws IOException {
        List<KeptUpload> uploads = described();
        for (KeptUpload upload : uploads) {
            if (upload.state() == UploadState.RECEIVING) {
                cutToDurable(upload.id());
            }
        }
        List<String> known = uploads.stream().map(KeptUpload::id).toList();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> !known.contains(stem(one)) || one.toString().endsWith(".dcm")).toList()) {
                Files.delete(file);
            }
        }
        return uploads;
    }

    private List<KeptUpload> described() throws IOException {
        List<KeptUpload> uploads = new ArrayList<>();
        try (Stream<Path> files = Files.list(path())) {
            for (Path file : files.filter(one -> one.toString().endsWith(DESCRIPTION)).toList()) {
                try {
                    uploads.add(JSON.readValue(Files.readAllBytes(file), KeptUpload.class));
                } catch (JacksonException damaged) {
                    LOG.warn("The description of an upload cannot be read and is deleted: {}", file.getFileName());
                    Files.delete(file);
                }
            }
        }
        return uploads;
    }

    /** After a power cut a file may be as long as it was, and hold anything where it was not forced. */
    private void cutToDurable(String id) throws IOException {
        if (Files.exists(part(id))) {
            try (FileChannel file = FileChannel.open(part(id), StandardOpenOption.WRITE)) {
                file.truncate(durableBytes(id));
            }
        }
    }

    private long durableBytes(String id) throws IOException {
        byte[] noted = Files.exists(durable(id)) ? Files.readAllBytes(durable(id)) : new byte[0];
        return noted.length < Long.BYTES ? 0 : Math.max(0, ByteBuffer.wrap(noted).getLong());
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }

    /** Bytes of it that are here. */
    long offset(String id) throws IOException {
        try {
            return Files.size(part(id));
        } catch (NoSuchFileException none) {
            return 0;
        }
    }

    /** To be written behind what is here. */
    OutputStream append(String id) throws IOException {
        path();
        return Files.newOutputStream(part(id), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Makes what is here durable; of an upload that was discarded meanwhile nothing is. */
    void force(String id) throws IOException {
        try (FileChannel file = FileChannel.open(part(id), StandardOpenOption.WRITE)) {
            file.force(true);
            noteDurable(id, file.size());
        } catch (NoSuchFileException discarded) {
            LOG.debug("An upload was discarded while a piece of it arrived");
        }
    }

    /** In place and not forced: an older number, which a power cut or a full disk may leave, is true as well. */
    private void noteDurable(String id, long bytes) {
        try (FileChannel note = FileChannel.open(durable(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            note.write(ByteBuffer.allocate(Long.BYTES).putLong(0, bytes), 0);
        } catch (IOException e) {
            LOG.debug("How much of an upload is durable cannot be noted", e);
        }
    }

    FileTime lastTouched(String id) throws IOException {
        Path part = part(id);
        return Files.getLastModifiedTime(Files.exists(part) ? part : folder.resolve(id + DESCRIPTION));
    }

    /** Forgets the pieces, and keeps what became of them. */
    void deletePieces(String id) throws IOException {
        Files.deleteIfExists(part(id));
        Files.deleteIfExists(durable(id));
        Files.deleteIfExists(object(id));
    }

    void delete(String id) throws IOException {
        Files.deleteIfExists(folder.resolve(id + DESCRIPTION));
        deletePieces(id);
        Files.deleteIfExists(fates(id));
    }

    void tell(String id, FileFate fate) throws IOException {
        byte[] line = (JSON.writeValueAsString(fate) + "\n").getBytes(StandardCharsets.UTF_8);
        Files.write(fates(id), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Number of fates told so far; half a line that a power cut left is cut off. */
    long toldFates(String id) throws IOException {
        if (!Files.exists(fates(id))) {
            return 0;
        }
        try (RandomAccessFile file = new RandomAccessFile(fates(id).toFile(), "rw");
             BufferedReader lines = Files.newBufferedReader(fates(id))) {
            long end = file.length();
            while (end > 0 && byteAt(file, end - 1) != '\n') {
                end--;
            }
            file.setLength(end);
            return lines.lines().count();
        }
    }

    private static int byteAt(RandomAccessFile file, long offset) throws IOException {
        file.seek(offset);
        return file.read();
    }

    /**
     * Adds fates from a place in their file on, and returns the place behind them.
     *
     * @throws JacksonException when no fate begins at that place
     */
    long readFates(String id, long from, List<FileFate> target) throws IOException {
        if (!Files.exists(fates(id))) {
            return 0;
        }
        byte[] bytes;
        try (FileChannel file = FileChannel.open(fates(id))) {
            bytes = Channels.newInputStream(file.position(from)).readNBytes(FATES_AT_ONCE_BYTES);
        }
        int begin = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                target.add(JSON.readValue(bytes, begin, i - begin, FileFate.class));
                begin = i + 1;
            }
        }
        return from + begin;
    }
}
