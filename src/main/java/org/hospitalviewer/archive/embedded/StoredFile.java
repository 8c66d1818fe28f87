package org.hospitalviewer.archive.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.io.Part10File;

/** An object as the file it is; the file is read when somebody asks. */
record StoredFile(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid, String sopClassUid,
                  String transferSyntaxUid, Path path) implements StoredInstance {

    @Override
    public Attributes metadata() throws IOException {
        return Part10File.open(path).header();
    }

    @Override
    public Content file() throws IOException {
        return new Content.FileSlices(path, List.of(new Content.Slice(0, Files.size(path))));
    }

    @Override
    public int frameCount() throws IOException {
        return Part10File.open(path).frameCount();
    }

    @Override
    public Optional<Content> frame(int number) throws IOException {
        Part10File file = Part10File.open(path);
        if (number < 1 || number > file.frameCount()) {
            return Optional.empty();
        }
        return Optional.of(new Content.FileSlices(path, file.frame(number).stream()
                .map(part -> new Content.Slice(part.offset(), part.length())).toList()));
    }

    @Override
    public Optional<Content> bulkData(long offset, long length) throws IOException {
        boolean inFile = offset >= 0 && length >= 0 && offset <= Files.size(path) - length;
        return inFile ? Optional.of(new Content.FileSlices(path, List.of(new Content.Slice(offset, length))))
                : Optional.empty();
    }
}
