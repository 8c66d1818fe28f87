package org.hospitalviewer.sync.crypt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code --decrypt}: makes readable files of encrypted ones, beside them. Needs nothing but the key, so that it works when the
 * appliance itself is lost.
 */
public final class DecryptCommand {

    /** Ending of encrypted files. */
    public static final String ENDING = ".enc";

    private final Decryption decryption;
    private final Consumer<String> out;
    private int good;
    private int bad;

    /** @param out takes the lines to print */
    public DecryptCommand(FileKey key, Consumer<String> out) {
        this.decryption = new Decryption(key);
        this.out = out;
    }

    /**
     * A file, or all encrypted files of a folder.
     *
     * @return exit code: 0 all well, 1 nothing done, 2 some files could not be decrypted
     */
    public int run(Path source) throws IOException {
        if (Files.isDirectory(source)) {
            try (Stream<Path> tree = Files.walk(source)) {
                tree.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ENDING)).forEach(this::decrypt);
            }
        } else {
            decrypt(source);
        }
        out.accept(good + " files decrypted, " + bad + " not.");
        return bad > 0 ? good > 0 ? 2 : 1 : good > 0 ? 0 : 1;
    }

    private void decrypt(Path file) {
        String name = file.getFileName().toString();
        Path result = file.resolveSibling(name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length())
                : name + ".decrypted");
        Path draft = result.resolveSibling(result.getFileName() + ".part");
        try {
            try (InputStream in = Files.newInputStream(file); OutputStream plain = Files.newOutputStream(draft)) {
                decryption.decrypt(in, plain);
            }
            Files.move(draft, result, StandardCopyOption.REPLACE_EXISTING);
            good++;
        } catch (IOException e) {
            bad++;
            out.accept(file + ": " + e.getMessage());
            discard(draft);
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            // it is written over the next time
        }
    }
}
