package org.hospitalviewer.appliance.support;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The log files of the appliance, the most telling first.
 *
 * @param folder where they lie
 */
record LogFolder(Path folder) {

    /** Read of each file at most, from its end. */
    static final int MOST_BYTES = 2 << 20;
    /** Files taken at most. */
    static final int MOST_FILES = 20;
    /** As the program names them; the name of any other file may say anything. */
    private static final Pattern OURS = Pattern.compile("(viewer|database|jobs-[a-z-]{1,40})(\\.\\d{1,2})?\\.log");

    /** Adds to the problems when the folder cannot be read. */
    List<Path> files(List<String> problems) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> OURS.matcher(file.getFileName().toString()).matches())
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.comparingInt(LogFolder::rank)
                            .thenComparing(Comparator.comparingLong(LogFolder::changedAt).reversed()))
                    .limit(MOST_FILES).toList();
        } catch (IOException e) {
            problems.add("The folder of the logs could not be read: " + e.getClass().getSimpleName());
            return List.of();
        }
    }

    /** The program and its database come before the jobs, which have many files. */
    private static int rank(Path file) {
        return switch (file.getFileName().toString()) {
            case "viewer.log" -> 0;
            case "database.log" -> 1;
            default -> 2;
        };
    }

    private static long changedAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }

    /** The last lines of a file as far as the filter lets them pass. */
    String end(Path file, LogFilter filter) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long start = Math.max(0, channel.size() - MOST_BYTES);
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(MOST_BYTES, channel.size() - start));
            channel.position(start);
            while (end.hasRemaining() && channel.read(end) >= 0) {
                continue;
            }
            String text = new String(end.array(), 0, end.position(), StandardCharsets.UTF_8);
            // The first line is only the end of one when the file has more.
            return text.lines().skip(start > 0 ? 1 : 0).map(filter::line).collect(Collectors.joining("\n", "", "\n"));
        }
    }
}
