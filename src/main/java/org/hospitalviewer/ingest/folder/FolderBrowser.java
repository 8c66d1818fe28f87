package org.hospitalviewer.ingest.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.ingest.folder.InvalidFolderException.Problem;
import org.springframework.stereotype.Component;

/** The folders of the computer, as far as the program's user may read them. */
@Component
class FolderBrowser {

    private static final int MAX_FOLDERS = 2_000;
    private static final int MAX_RECENT = 5;
    private static final Duration TEST_PATIENCE = Duration.ofSeconds(2);
    /** Where systems put what is plugged in. */
    private static final List<String> MOUNTS = List.of("/media", "/run/media", "/mnt", "/Volumes");

    private final Home home;
    private final Archive archive;
    private final ImportJobTable imports;

    FolderBrowser(Home home, Archive archive, ImportJobTable imports) {
        this.home = home;
        this.archive = archive;
        this.imports = imports;
    }

    /**
     * An existing folder that may be imported.
     *
     * @throws InvalidFolderException when it is none
     */
    Path importable(String text) {
        Path path = existing(text);
        try {
            if (path.toRealPath().startsWith(home.root().toRealPath())) {
                throw new InvalidFolderException(Problem.OWN_FOLDER, "This folder belongs to the appliance itself.");
            }
        } catch (IOException e) {
            throw unreadable(path);
        }
        return path;
    }

    private static Path existing(String text) {
        Path path = path(text);
        if (!Files.isDirectory(path)) {
            throw new InvalidFolderException(Problem.ABSENT, "There is no folder " + path + ", or it is not there now.");
        }
        if (!Files.isReadable(path)) {
            throw unreadable(path);
        }
        return path;
    }

    private static Path path(String text) {
        try {
            Path path = Path.of(text == null ? "" : text.strip());
            if (!path.isAbsolute()) {
                throw new InvalidFolderException(Problem.NO_PATH,
                        "Give the whole path of the folder, from the drive or the root on.");
            }
            return path.normalize();
        } catch (InvalidPathException e) {
            throw new InvalidFolderException(Problem.NO_PATH, "This cannot be the path of a folder.");
        }
    }

    private static InvalidFolderException unreadable(Path path) {
        return new InvalidFolderException(Problem.UNREADABLE, "The program may not read the folder " + path + ".");
    }

    /**
     * The folders within a folder; of none the drives.
     *
     * @throws InvalidFolderException when it is not there or closed
     */
    FolderListing list(String text) {
        if (text == null || text.isBlank()) {
            return new FolderListing("", null, List.of(), roots(), favourites(), roots(), false);
        }
        Path folder = existing(text);
        List<FolderListing.Place> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, FolderBrowser::isShown)) {
            for (Path entry : entries) {
                folders.add(FolderListing.Place.of(entry));
                if (folders.size() > MAX_FOLDERS) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw unreadable(folder);
        }
        boolean truncated = folders.size() > MAX_FOLDERS;
        folders.sort(Comparator.comparing(FolderListing.Place::name, String.CASE_INSENSITIVE_ORDER));
        return new FolderListing(folder.toString(), folder.getParent() == null ? "" : folder.getParent().toString(),
                breadcrumb(folder), roots(), favourites(),
                List.copyOf(truncated ? folders.subList(0, MAX_FOLDERS) : folders), truncated);
    }

    private static boolean isShown(Path entry) throws IOException {
        return Files.isDirectory(entry) && !Files.isHidden(entry);
    }

    private static List<FolderListing.Place> breadcrumb(Path folder) {
        List<FolderListing.Place> places = new ArrayList<>();
        for (Path path = folder; path != null; path = path.getParent()) {
            places.addFirst(FolderListing.Place.of(path));
        }
        return places;
    }

    private static List<FolderListing.Place> roots() {
        List<FolderListing.Place> roots = new ArrayList<>();
        FileSystems.getDefault().getRootDirectories().forEach(root -> roots.add(FolderListing.Place.of(root)));
        return roots;
    }

    /** What was imported last, the user's own folder, what is plugged in. */
    private List<FolderListing.Place> favourites() {
        Set<Path> favourites = new LinkedHashSet<>();
        imports.newest(50).stream().map(job -> Path.of(job.path())).distinct().limit(MAX_RECENT)
                .forEach(favourites::add);
        favourites.add(Path.of(System.getProperty("user.home")));
        for (String mount : MOUNTS) {
            favourites.addAll(within(Path.of(mount)));
        }
        return favourites.stream().filter(Files::isDirectory).map(FolderListing.Place::of).toList();
    }

    private static List<Path> within(Path mount) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(mount)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(mount, FolderBrowser::isShown)) {
                entries.forEach(found::add);
            } catch (IOException | DirectoryIteratorException e) {
                return List.of(); // closed to us, so no favourite
            }
        }
        return found;
    }

    /** Says whether a folder can be imported, and counts its files for a moment. */
    FolderTest test(String text, ImportOptions options) {
        long free = archive.health().freeBytes();
        try {
            Path folder = importable(text);
            Count count = new Count();
            boolean complete = true;
            try {
                new FolderWalk(folder, options, home.root()).run(count);
            } catch (CancellationException e) {
                complete = false;
            }
            return new FolderTest(folder.toString(), true, true, count.files, count.bytes, complete, count.orthanc,
                    free, "");
        } catch (InvalidFolderException e) {
            boolean exists = e.problem() == Problem.UNREADABLE || e.problem() == Problem.OWN_FOLDER;
            return new FolderTest(text == null ? "" : text, exists, e.problem() == Problem.OWN_FOLDER, 0, 0, true,
                    false, free, e.getMessage());
        } catch (IOException e) {
            return new FolderTest(text, false, false, 0, 0, false, false, free, FolderWalk.reason(e));
        }
    }

    private static final class Count implements FolderWalk.Finder {

        private final long end = System.nanoTime() + TEST_PATIENCE.toNanos();
        private long files;
        private long bytes;
        private boolean orthanc;

        @Override
        public void file(SourceFile file) {
            files++;
            bytes += file.size();
            orthanc |= OrthancFile.isOne(file.file());
            stopInTime();
        }

        @Override
        public void other(Path file) {
            stopInTime();
        }

        @Override
        public void unreadable(Path path, String reason) {
            stopInTime();
        }

        private void stopInTime() {
            if (System.nanoTime() > end) {
                throw new CancellationException();
            }
        }
    }
}
