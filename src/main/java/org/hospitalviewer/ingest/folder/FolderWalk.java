package org.hospitalviewer.ingest.folder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Goes through a folder without recursion. Links are followed, each folder behind them once, so that no loop catches it.
 * Hidden and system files are passed over.
 */
final class FolderWalk {

    /** Deeper ones would use up the files that a program may have open; no hospital's folder is. */
    private static final int MAX_DEPTH = 100;
    private static final Set<String> SYSTEM_NAMES = Set.of("$recycle.bin", "system volume information", "lost+found",
            "@eadir", "#recycle", "thumbs.db", "desktop.ini");

    private final Path root;
    private final ImportOptions options;
    private final Path leftOut;
    private final Deque<Path> waiting = new ArrayDeque<>();
    private final Set<Path> behindLinks = new HashSet<>();

    /** Takes what a walk finds. */
    interface Finder {

        void file(SourceFile file) throws IOException;

        /** A file that the options leave alone. */
        default void other(Path file) {
            // most finders care for DICOM files only
        }

        default void folder(Path folder) throws IOException {
            // most finders care for files only
        }

        /** A file or folder that cannot be read, or a link that leads nowhere. */
        void unreadable(Path path, String reason);
    }

    /** @param leftOut a folder that is passed over wherever it lies: the appliance's own */
    FolderWalk(Path root, ImportOptions options, Path leftOut) {
        this.root = root;
        this.options = options;
        this.leftOut = leftOut;
    }

    /**
     * Tells of everything in the folder.
     *
     * @throws SourceAbsentException it is not there
     * @throws IOException           of the finder
     */
    void run(Finder finder) throws IOException {
        if (!Files.isDirectory(root) || !Files.isReadable(root)) {
            throw new SourceAbsentException(root);
        }
        waiting.add(root);
        while (!waiting.isEmpty()) {
            Path folder = waiting.remove();
            Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class),
                    options.subfolders() ? MAX_DEPTH : 1, new Visit(folder, finder));
        }
        if (!Files.isDirectory(root)) {
            throw new SourceAbsentException(root);
        }
    }

    private boolean isLeftOut(Path folder) throws IOException {
        return folder.startsWith(leftOut) || Objects.equals(folder.getFileName(), leftOut.getFileName())
                && Files.exists(leftOut) && Files.isSameFile(folder, leftOut);
    }

    private boolean isPassedOver(Path path, BasicFileAttributes attributes) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return name.startsWith(".") || SYSTEM_NAMES.contains(name.toLowerCase(Locale.ROOT))
                || attributes instanceof DosFileAttributes dos && (dos.isHidden() || dos.isSystem());
    }

    static String reason(IOException failure) {
        return failure instanceof AccessDeniedException ? "The program may not read it"
                : failure instanceof NoSuchFileException ? "It is no longer there"
                : failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private final class Visit implements FileVisitor<Path> {

        private final Path start;
        private final Finder finder;

        private Visit(Path start, Finder finder) {
            this.start = start;
            this.finder = finder;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (isLeftOut(folder) || !folder.equals(start) && isPassedOver(folder, attributes)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            finder.folder(folder);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (isPassedOver(file, attributes)) {
                return FileVisitResult.CONTINUE;
            }
            if (attributes.isSymbolicLink() || attributes.isOther()) {
                follow(file);
            } else if (attributes.isDirectory()) {
                if (options.subfolders()) {
                    finder.unreadable(file, "The folders lie too deep in one another");
                }
            } else {
                tell(file, attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        private void tell(Path file, BasicFileAttributes attributes) throws IOException {
            Optional<NameSort> sort = NameSort.of(file.getFileName().toString(), options)
                    .filter(found -> found != NameSort.UNNAMED || attributes.size() > 0); // some of Linux never end
            if (sort.isPresent()) {
                finder.file(new SourceFile(file, attributes.size(), attributes.lastModifiedTime().toMillis(),
                        sort.get()));
            } else {
                finder.other(file);
            }
        }

        /**
         * What lies in the folder is found without the link. Junctions of Windows come here, too, and its files that lie
         * compressed or in a cloud, which lead nowhere else; pipes are nothing.
         */
        private void follow(Path link) throws IOException {
            Path real;
            BasicFileAttributes attributes;
            try {
                real = link.toRealPath();
                attributes = Files.readAttributes(real, BasicFileAttributes.class);
                if (real.startsWith(root.toRealPath()) && !real.equals(placeOf(link))) {
                    return;
                }
            } catch (IOException e) {
                finder.unreadable(link, "The link leads nowhere");
                return;
            }
            if (attributes.isDirectory()) {
                if (options.subfolders() && behindLinks.add(real)) {
                    waiting.add(real);
                }
            } else if (attributes.isRegularFile() && behindLinks.add(real)) {
                tell(real, attributes);
            }
        }

        private static Path placeOf(Path file) throws IOException {
            return file.getParent().toRealPath().resolve(file.getFileName());
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            finder.unreadable(file, reason(failure));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) {
            if (failure != null) {
                finder.unreadable(folder, reason(failure));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
