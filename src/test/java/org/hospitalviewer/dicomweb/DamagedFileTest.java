package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A stored file that disappeared: said aloud, and never passed over as if the rest were all. */
@ApplianceTest
class DamagedFileTest {

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @TempDir
    private Path folder;
    private StoredSample last;
    private String instance;
    private Path missing;

    @BeforeEach
    void hideTheFileOfTheLastSlice() throws IOException {
        List<Path> slices = Samples.files("series-ct/head-tilted-irregular");
        for (Path file : slices) {
            last = StoredSample.store(archive, file, folder).orElseThrow();
        }
        StoredInstance slice = archive.instances(last.study(), last.series()).getLast();
        instance = slice.sopInstanceUid();
        missing = ((Content.FileSlices) slice.file()).file();
        Files.move(missing, hidden());
    }

    @AfterEach
    void putItBack() throws IOException {
        Files.move(hidden(), missing);
    }

    @Test
    void theInstanceItselfIsAProblemWithoutPaths() throws IOException {
        for (String what : List.of("", "/metadata", "/frames/1", "/bulkdata/7FE00010")) {
            HttpResponse<byte[]> answer = caller().get(last.seriesPath() + "/instances/" + instance + what);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(WebCaller.text(answer)).doesNotContain(".dcm", "data", "Exception");
        }
    }

    @Test
    void metadataBreakOffInsteadOfEndingEarlyWhenTheyHaveBegun() throws IOException {
        String path = seriesWithoutFile(5, 5);
        assertThatThrownBy(() -> caller().get(path)).isInstanceOf(IOException.class);
    }

    @Test
    void metadataAreAProblemWhenTheyHaveNotBegun() throws IOException {
        for (String path : List.of(seriesWithoutFile(5, 1), seriesWithoutFile(12, 1))) {
            HttpResponse<byte[]> answer = caller().get(path);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    private String seriesWithoutFile(int slices, int missing) throws IOException {
        String study = Slice.newUid();
        String series = Slice.newUid();
        for (int number = 1; number <= slices; number++) {
            Slice slice = Slice.of(study, series, number, 16).with(Tag.ImageComments, VR.LT, "long ".repeat(2_000));
            archive.store(new Origin(Origin.Door.C_STORE, "CT1", ""), slice.announced(), slice.open());
            if (number == missing) {
                Files.delete(((Content.FileSlices) archive.instances(study, series).getLast().file()).file());
            }
        }
        return "/dicom-web/studies/" + study + "/series/" + series + "/metadata";
    }

    private Path hidden() {
        return missing.resolveSibling("hidden");
    }

    private WebCaller caller() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }
}
