package org.hospitalviewer.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.hospitalviewer.backup.target.Fetched;
import org.springframework.core.io.FileSystemResource;

/** A backup as the body of an answer; what was fetched for it goes with the answer. */
final class FetchedResource extends FileSystemResource {

    private final Fetched backup;

    FetchedResource(Fetched backup) {
        super(backup.file());
        this.backup = backup;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public void close() throws IOException {
                super.close();
                backup.close();
            }
        };
    }
}
