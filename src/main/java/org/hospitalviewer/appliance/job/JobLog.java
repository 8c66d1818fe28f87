package org.hospitalviewer.appliance.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** One readable log file per job kind; {@code logback-spring.xml} sorts the lines by the kind and rotates the files. */
@Component
public class JobLog {

    /** What jobs say; its lines go to the file of the kind that the thread works for. */
    static final Logger LOG = LoggerFactory.getLogger("jobs");

    private static final String KIND = "job";
    private static final int TAIL_BYTES = 64 * 1024;

    private final Path folder;

    JobLog(@Value("${viewer.log-folder}") Path folder) {
        this.folder = folder;
    }

    /** From now on this thread's lines belong to the kind. */
    static MDC.MDCCloseable of(String kind) {
        return MDC.putCloseable(KIND, kind);
    }

    public Path file(String kind) {
        return folder.resolve("jobs-" + kind + ".log");
    }

    /** The last lines of a kind's log, oldest first; empty when it never ran. */
    public List<String> lastLines(String kind, int count) {
        try (SeekableByteChannel file = Files.newByteChannel(file(kind))) {
            long start = Math.max(0, file.size() - TAIL_BYTES);
            ByteBuffer tail = ByteBuffer.allocate((int) (file.size() - start));
            file.position(start);
            while (tail.hasRemaining() && file.read(tail) >= 0) {
                continue;
            }
            List<String> lines = new String(tail.array(), 0, tail.position(), StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(start > 0 ? 1 : 0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
