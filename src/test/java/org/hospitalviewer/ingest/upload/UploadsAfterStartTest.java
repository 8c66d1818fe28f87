package org.hospitalviewer.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.ingest.FileVerdict.Outcome;
import org.hospitalviewer.peers.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** What the program finds in its folder when it starts again. */
@ApplianceTest
class UploadsAfterStartTest {

    @Autowired
    private UploadFolder uploads;
    @Autowired
    private UploadRoom room;
    @Autowired
    private UploadWork work;
    @Autowired
    private Archive archive;
    @TempDir
    private Path folder;

    private KeptUpload left(UploadState state, String path, byte[] here, long size) throws IOException {
        KeptUpload upload = new KeptUpload(UUID.randomUUID().toString(), 1, "somebody", "10.0.0.7",
                new NewUpload(path, size, 0, null), state, "");
        uploads.describe(upload);
        try (OutputStream part = uploads.append(upload.id())) {
            part.write(here);
        }
        uploads.force(upload.id());
        return upload;
    }

    private byte[] zip(Slice... slices) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Slice slice : slices) {
                zip.putNextEntry(new ZipEntry(slice.sopUid()));
                zip.write(Files.readAllBytes(slice.writeInto(folder)));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aZipGoesOnBehindTheFilesWhoseFateWasTold() throws IOException {
        Slice told = Slice.alone();
        Slice next = Slice.alone();
        byte[] zip = zip(told, next);
        KeptUpload upload = left(UploadState.WORKING, "cd.zip", zip, zip.length);
        uploads.tell(upload.id(), new FileFate("cd.zip/first", Outcome.IMPORTED, told.sopUid(), told.studyUid(), ""));
        Uploads started = new Uploads(uploads, room, work);
        started.resume();
        Await.until("it is done", Duration.ofSeconds(30), () -> Files.notExists(uploads.part(upload.id())));
        List<FileFate> fates = new ArrayList<>();
        uploads.readFates(upload.id(), 0, fates);
        assertThat(fates).extracting(FileFate::path).containsExactly("cd.zip/first", "cd.zip/" + next.sopUid());
        assertThat(archive.instance(next.studyUid(), next.seriesUid(), next.sopUid())).isPresent();
        assertThat(archive.instance(told.studyUid(), told.seriesUid(), told.sopUid())).as("was passed over").isEmpty();
        started.forgetUntouchedSince(Instant.now().plusSeconds(60));
    }

    @Test
    void whatNobodyTouchedForADayIsDeletedAndTheRestIsNot() throws IOException {
        KeptUpload upload = left(UploadState.RECEIVING, "half.dcm", new byte[50], 100);
        Uploads started = new Uploads(uploads, room, work);
        started.resume();
        started.forgetUntouchedSince(Instant.now().minus(Duration.ofDays(1)));
        assertThat(uploads.part(upload.id())).hasSize(50);
        started.forgetUntouchedSince(Instant.now().plusSeconds(60));
        assertThat(uploads.part(upload.id())).doesNotExist();
        assertThat(uploads.all()).doesNotContain(upload);
    }
}
