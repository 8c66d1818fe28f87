package org.hospitalviewer.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.ingest.FileVerdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadFolderTest {

    private static final KeptUpload UPLOAD = new KeptUpload("a", 7, "anna", "10.0.0.1",
            new NewUpload("CD/big.zip", 100, 5, null), UploadState.WORKING, "");

    @TempDir
    private Path root;
    private UploadFolder folder;

    @BeforeEach
    void make() {
        folder = new UploadFolder(new Home(root));
    }

    @Test
    void whatWasBegunIsFoundAfterAStartAndStrayFilesAreNot() throws IOException {
        folder.describe(UPLOAD);
        try (var out = folder.append("a")) {
            out.write(new byte[30]);
        }
        Path uploads = folder.path();
        Files.write(uploads.resolve("b.part"), new byte[10]);
        Files.writeString(uploads.resolve("c.json"), "{\"half\":");
        Files.write(uploads.resolve("a.dcm"), new byte[10]);
        assertThat(new UploadFolder(new Home(root)).all()).containsExactly(UPLOAD);
        assertThat(folder.offset("a")).isEqualTo(30);
        try (var left = Files.list(uploads)) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("a.json", "a.part");
        }
    }

    /** As a power cut may leave it: long enough, and holding anything. */
    @Test
    void whatWasNotForcedIsNotBelievedAfterAStart() throws IOException {
        folder.describe(UPLOAD.in(UploadState.RECEIVING, ""));
        append(40);
        folder.force("a");
        append(25);
        assertThat(folder.offset("a")).isEqualTo(65);
        assertThat(new UploadFolder(new Home(root)).all()).hasSize(1);
        assertThat(folder.offset("a")).isEqualTo(40);
        append(60);
        folder.force("a");
        new UploadFolder(new Home(root)).all();
        assertThat(folder.offset("a")).isEqualTo(100);
        Files.write(folder.path().resolve("a.durable"), new byte[3]);
        new UploadFolder(new Home(root)).all();
        assertThat(folder.offset("a")).as("the note itself was cut").isZero();
    }

    private void append(int bytes) throws IOException {
        try (var out = folder.append("a")) {
            out.write(new byte[bytes]);
        }
    }

    @Test
    void halfAFateThatAPowerCutLeftIsNone() throws IOException {
        folder.describe(UPLOAD);
        FileFate fate = new FileFate("x", FileVerdict.Outcome.DUPLICATE, "1.2", "1", "");
        folder.tell("a", fate);
        folder.tell("a", FileFate.refused("line\nbreak \u2028", "\"quoted\""));
        Files.writeString(folder.path().resolve("a.fates"), "{\"path\":\"y", StandardOpenOption.APPEND);
        assertThat(folder.toldFates("a")).isEqualTo(2);
        List<FileFate> read = new ArrayList<>();
        long next = folder.readFates("a", 0, read);
        assertThat(read).containsExactly(fate, FileFate.refused("line\nbreak \u2028", "\"quoted\""));
        assertThat(folder.readFates("a", next, read)).isEqualTo(next);
        assertThat(read).hasSize(2);
    }
}
