package org.hospitalviewer.ingest.folder;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;

/**
 * A file of the folder, open at its beginning; one that an Orthanc compressed is inflated on the way.
 *
 * @param length bytes that will come
 */
record OpenedFile(SourceFile source, BufferedInputStream in, FileBeginning beginning, long length)
        implements Closeable {

    private static final int BUFFER_BYTES = 64 * 1024;

    static OpenedFile open(SourceFile source) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(source.file()), BUFFER_BYTES);
        try {
            FileBeginning beginning = FileBeginning.peek(in);
            if (beginning.isDicom() || !OrthancFile.isOne(source.file()) || !OrthancFile.isCompressed(beginning)) {
                return new OpenedFile(source, in, beginning, source.size());
            }
            BufferedInputStream inflated = OrthancFile.inflate(in);
            return new OpenedFile(source, inflated, FileBeginning.peek(inflated),
                    OrthancFile.inflatedLength(beginning));
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** Whether it is none of our business: neither said to be DICOM by its name nor by how it begins. */
    boolean isNotDicom() {
        return !beginning.isDicom() && source.sort() != NameSort.DICOM;
    }

    boolean isDirectory() {
        return source.sort() == NameSort.DICOMDIR || beginning.isDirectory();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
