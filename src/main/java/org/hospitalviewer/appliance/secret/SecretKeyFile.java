package org.hospitalviewer.appliance.secret;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The key that secrets are encrypted with, outside of the database: whoever has only the database reads nothing.
 *
 * @param path {@code config/secret.key} in the home folder; readable by its owner only, where the file system knows
 *             owners
 */
record SecretKeyFile(Path path) {

    static final int KEY_BYTES = 32;

    /** The key; empty when there is no file. */
    Optional<byte[]> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(Files.readString(path, StandardCharsets.US_ASCII).strip());
            if (key.length == KEY_BYTES) {
                return Optional.of(key);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SecretUnreadableException("The key file " + path + " cannot be read. Put the original file back.",
                    e);
        }
        throw new SecretUnreadableException("The key file " + path + " is damaged. Put the original file back.");
    }

    /** Makes a new key, whole or not at all, which is on the disk before anything is encrypted with it. */
    byte[] create() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Path draft = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(draft);
            try (FileChannel channel = FileChannel.open(draft,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forOwnerOnly())) {
                channel.write(ByteBuffer.wrap((Base64.getEncoder().encodeToString(key) + "\n")
                        .getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (IOException e) {
            throw new SecretUnreadableException("The key file " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] forOwnerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
