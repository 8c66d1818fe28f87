package org.hospitalviewer.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** Bytes that the archive can hand out without holding them in memory. */
public sealed interface Content permits Content.FileSlices, Content.Copied, Content.Streamed {

    /** Length of what nobody can measure before it has passed. */
    long UNKNOWN_LENGTH = -1;

    /** Number of bytes, or {@link #UNKNOWN_LENGTH}. */
    long length();

    void transferTo(OutputStream out) throws IOException;

    /** Parts of one file, one after the other (a frame may lie in several fragments, PS3.5 A.4). */
    record FileSlices(Path file, List<Slice> slices) implements Content {
        public FileSlices {
            slices = List.copyOf(slices);
        }

        @Override
        public long length() {
            return slices.stream().mapToLong(Slice::length).sum();
        }

        @Override
        public void transferTo(OutputStream out) throws IOException {
            FileSliceCopy.copy(file, slices, out);
        }
    }

    /** Bytes that have to be made first, such as those of a deflated data set. */
    record Copied(long length, Source source) implements Content {
        @Override
        public void transferTo(OutputStream out) throws IOException {
            source.copyTo(out);
        }
    }

    /** Bytes that pass through from elsewhere. */
    record Streamed(Source source) implements Content {
        @Override
        public long length() {
            return UNKNOWN_LENGTH;
        }

        @Override
        public void transferTo(OutputStream out) throws IOException {
            source.copyTo(out);
        }
    }

    /** Writes all bytes of a content. */
    @FunctionalInterface
    interface Source {
        void copyTo(OutputStream out) throws IOException;
    }

    /** A run of bytes in a file. */
    record Slice(long offset, long length) {
    }
}
