package org.hospitalviewer.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hospitalviewer.dicom.net.ServerUnderTest.PATIENT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sending Part 10 files (PS3.4 Annex B). */
class StoreScuTest {
    @TempDir
    private Path folder;

    private Path file(String name, String sopClassUid, String transferSyntaxUid, byte[] dataSet) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Part10.writeHeader(bytes, FileMeta.of(sopClassUid, "1.2.3." + name, transferSyntaxUid));
        bytes.writeBytes(dataSet);
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static List<SentFile> send(ServerUnderTest archive, List<Path> files) throws IOException {
        List<SentFile> reports = new ArrayList<>();
        new StoreScu(archive.target(), "CT1", PATIENT).send(files, reports::add);
        return reports;
    }

    @Test
    void moreKindsThanFitIntoOneAssociationAreSentOverTwo() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int kind = 1; kind <= 130; kind++) {
            files.add(file(String.valueOf(kind), ServerUnderTest.STORAGE + kind, UID.ExplicitVRLittleEndian,
                    new byte[kind]));
        }
        try (ServerUnderTest archive = ServerUnderTest.start()) {
            assertThat(send(archive, files)).hasSize(130).allMatch(SentFile::isDone);
            assertThat(archive.stored).hasSize(130);
            assertThat(archive.stored.get("1.2.3.130")).hasSize(130);
            assertThat(archive.heard).filteredOn("accepted CT1"::equals).hasSize(2);
        }
    }

    @Test
    void aFileThatThePeerAbortsOverDoesNotHoldUpTheOthers() throws Exception {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("1", "2", "3")) {
            files.add(file(name, UID.CTImageStorage, UID.ExplicitVRLittleEndian, new byte[100]));
        }
        CStoreHandler squeamish = (association, request, _) -> {
            if (request.affectedSopInstanceUid().equals("1.2.3.2")) {
                association.abort();
            }
            return Status.SUCCESS;
        };
        try (ServerUnderTest archive = ServerUnderTest.storingBy(squeamish)) {
            assertThat(send(archive, files)).extracting(SentFile::isDone).containsExactly(true, false, true);
        }
    }

    @Test
    void aRefusalIsReportedWithItsComment() throws Exception {
        Path file = file("1", UID.CTImageStorage, UID.ExplicitVRLittleEndian, new byte[100]);
        CStoreHandler refusing = (_, _, _) -> {
            throw new DimseException(Status.CANNOT_UNDERSTAND, "Truncated");
        };
        try (ServerUnderTest archive = ServerUnderTest.storingBy(refusing)) {
            assertThat(send(archive, List.of(file))).containsExactly(new SentFile.Answered(file,
                    new DimseResponse(Status.CANNOT_UNDERSTAND, 0xC000, "Truncated")));
        }
    }

    @Test
    void aDeflatedDataSetOfOddLengthIsPadded() throws Exception {
        Path file = file("1", UID.CTImageStorage, UID.DeflatedExplicitVRLittleEndian, new byte[] {7, 7, 7});
        try (ServerUnderTest archive = ServerUnderTest.start()) {
            assertThat(send(archive, List.of(file))).allMatch(SentFile::isDone);
            assertThat(archive.stored.get("1.2.3.1")).containsExactly(7, 7, 7, 0);
        }
    }

    @Test
    void aPeerThatRejectsIsAnErrorOfTheWholeSending() throws Exception {
        Path file = file("1", UID.CTImageStorage, UID.ExplicitVRLittleEndian, new byte[100]);
        try (ServerUnderTest archive = ServerUnderTest.start(AdmissionPolicy.calledAs("OTHER"))) {
            assertThatThrownBy(() -> send(archive, List.of(file))).isInstanceOf(AssociationRejectedException.class);
        }
    }

    @Test
    void aMissingFileIsReported() throws Exception {
        try (ServerUnderTest archive = ServerUnderTest.start()) {
            assertThat(send(archive, List.of(folder.resolve("absent")))).hasSize(1).noneMatch(SentFile::isDone);
        }
    }
}
