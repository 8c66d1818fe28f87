package org.hospitalviewer.appliance.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.hospitalviewer.appliance.DurableFile;
import org.hospitalviewer.appliance.Home;
import org.springframework.util.FileSystemUtils;

/**
 * Puts another database and another configuration in the place of the present ones, both or none. What is to come is made
 * ready in a folder; the folder's renaming decides. From then on each start completes the exchange, however often it is cut
 * off. What was there before is kept until the first good start, and can be put back.
 */
public final class StateExchange {

    private static final String SCHEMA = "schema";
    private static final String CONFIG = "config";
    /** Its presence means that files of the configuration which are not among the new ones go. */
    private static final String WHOLE = "whole";

    private final Home home;
    private final DatabaseFolder database;
    private final Path unfinished;
    private final Path next;
    private final Path done;
    private final Path previous;

    public StateExchange(Home home) {
        this.home = home;
        this.database = new DatabaseFolder(home.database());
        Path folder = home.root().resolve("data").resolve("restore");
        this.unfinished = folder.resolve("next.unfinished");
        this.next = folder.resolve("next");
        this.done = folder.resolve("done");
        this.previous = folder.resolve("previous");
    }

    /** Begins anew; returns the empty folder that takes the files of the configuration. */
    public Path prepare() throws IOException {
        discard();
        remove(done);
        remove(previous);
        return Files.createDirectories(unfinished.resolve(CONFIG));
    }

    /** Forgets what was prepared. */
    public void discard() throws IOException {
        remove(unfinished);
    }

    /**
     * Decides for what was prepared, and does it.
     *
     * @param schema with the application's data from now on
     * @param whole  whether the prepared files are the whole configuration; otherwise the present others stay
     */
    public void commit(String schema, boolean whole) throws IOException {
        Files.writeString(unfinished.resolve(SCHEMA), schema);
        if (whole) {
            Files.createFile(unfinished.resolve(WHOLE));
        }
        for (Path file : files(unfinished)) {
            DurableFile.sync(unfinished.resolve(file));
        }
        DurableFile.move(unfinished, next);
        finish();
    }

    /** Completes an exchange that was decided; does nothing when there is none. */
    public void finish() throws IOException {
        if (!Files.exists(next)) {
            return;
        }
        keepPresent();
        exchangeConfiguration();
        database.choose(Files.readString(next.resolve(SCHEMA)).strip());
        remove(done);
        DurableFile.move(next, done);
    }

    /** Once, before the first thing is exchanged. */
    private void keepPresent() throws IOException {
        if (Files.exists(previous)) {
            return;
        }
        Path draft = previous.resolveSibling("previous.unfinished");
        remove(draft);
        Files.createDirectories(draft);
        copy(home.config(), draft.resolve(CONFIG));
        Files.writeString(draft.resolve(SCHEMA), database.schema());
        Files.createFile(draft.resolve(WHOLE));
        for (Path file : files(draft)) {
            DurableFile.sync(draft.resolve(file));
        }
        DurableFile.move(draft, previous);
    }

    private void exchangeConfiguration() throws IOException {
        List<Path> coming = files(next.resolve(CONFIG));
        for (Path file : coming) {
            Path target = home.config().resolve(file);
            Files.createDirectories(target.getParent());
            Path draft = target.resolveSibling(target.getFileName() + ".new");
            Files.copy(next.resolve(CONFIG).resolve(file), draft, StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
            DurableFile.sync(draft);
            DurableFile.move(draft, target);
        }
        if (Files.exists(next.resolve(WHOLE))) {
            for (Path file : files(home.config())) {
                if (!coming.contains(file)) {
                    Files.delete(home.config().resolve(file));
                }
            }
        }
    }

    /** Whether the exchange is done and nothing has started with it so far. */
    public boolean awaitsFirstStart() {
        return Files.exists(done) && Files.exists(previous);
    }

    /** Puts back what was there before; not after {@link #confirm}. */
    public void undo() throws IOException {
        remove(done);
        DurableFile.move(previous, next);
        finish();
        confirm();
    }

    /** All is well with the new state: what was there before is not needed any more. */
    public void confirm() throws IOException {
        remove(done);
        remove(previous);
        remove(unfinished);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : files(from)) {
            Path target = to.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(from.resolve(file), target, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Regular files below a folder, relative to it. */
    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).map(folder::relativize).toList();
        }
    }

    private static void remove(Path path) throws IOException {
        FileSystemUtils.deleteRecursively(path);
    }
}
