package org.hospitalviewer.sync;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.sync.crypt.Decryption;
import org.hospitalviewer.sync.crypt.FileKey;

/** What lies at a target, read as somebody would who has the key. */
final class SyncedTree {

    private final Path root;
    private final FileKey key;

    /** @param key null when nothing is encrypted */
    SyncedTree(Path root, FileKey key) {
        this.root = root;
        this.key = key;
    }

    /** Relative paths of all files but the one that closes the folder. */
    List<String> paths() throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).map(file -> root.relativize(file).toString())
                    .filter(path -> !path.equals(".htaccess") && !path.equals(".ftpquota")).sorted().toList();
        }
    }

    byte[] content(String path) throws IOException {
        byte[] bytes = Files.readAllBytes(root.resolve(path));
        if (key == null) {
            return bytes;
        }
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        new Decryption(key).decrypt(new ByteArrayInputStream(bytes), plain);
        return plain.toByteArray();
    }

    /** The objects by SOP Instance UID; an object that lies there twice is an error. */
    Map<String, byte[]> objects() throws IOException {
        Map<String, byte[]> objects = new TreeMap<>();
        for (String path : paths()) {
            if (path.contains("manifest.json")) {
                continue;
            }
            byte[] bytes = content(path);
            if (objects.put(sopInstanceUid(bytes), bytes) != null) {
                throw new AssertionError("Twice: " + path);
            }
        }
        return objects;
    }

    List<String> manifests() throws IOException {
        return paths().stream().filter(path -> path.contains("manifest.json")).toList();
    }

    static String sopInstanceUid(byte[] part10) throws IOException {
        Path file = Files.createTempFile("object-", ".dcm");
        try {
            Files.write(file, part10);
            return Part10File.open(file).header().getString(Tag.SOPInstanceUID);
        } finally {
            Files.delete(file);
        }
    }

    static List<String> uids(Collection<Slice> slices) {
        return slices.stream().map(Slice::sopUid).sorted().toList();
    }
}
