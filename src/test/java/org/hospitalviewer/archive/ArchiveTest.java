package org.hospitalviewer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.Part10;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded archive as everything above it sees it. */
@ApplianceTest
class ArchiveTest extends ArchiveContract {

    @Autowired
    private Archive archive;
    @Autowired
    private Home home;
    @Autowired
    private JdbcClient application;

    @Override
    void assertLeftNothing(Slice slice) throws IOException {
        super.assertLeftNothing(slice);
        try (Stream<Path> files = Files.walk(home.archive())) {
            assertThat(files.filter(file -> file.toString().contains(slice.studyUid())
                    || file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void aStoredFileThatSomebodyRemovedIsPutBackWhenItComesAgain() throws Exception {
        Slice slice = Slice.alone();
        store(slice);
        Files.delete(fileOf(slice));
        assertThat(store(slice)).isEqualTo(StoreOutcome.DUPLICATE);
        assertThat(dataSet(stored(slice).file())).isEqualTo(slice.dataSet());
    }

    private Path fileOf(Slice slice) throws IOException {
        try (Stream<Path> files = Files.walk(home.archive())) {
            return files.filter(file -> file.endsWith(slice.sopUid() + ".dcm")).findFirst().orElseThrow();
        }
    }

    @Test
    void otherContentUnderTheSameUidGoesToQuarantineOnceAndTheFirstStays() throws Exception {
        Slice first = Slice.alone();
        byte[] firstDataSet = first.dataSet();
        store(first);
        first.with(Tag.PatientName, VR.PN, "Other^Patient");
        assertThat(store(first)).isEqualTo(StoreOutcome.QUARANTINED);
        assertThat(store(first)).isEqualTo(StoreOutcome.QUARANTINED);

        assertThat(dataSet(stored(first).file())).isEqualTo(firstDataSet);
        List<String> names = application.sql("SELECT file_name FROM quarantine WHERE sop_instance_uid = ?")
                .param(first.sopUid()).query(String.class).list();
        assertThat(names).hasSize(1);
        Path kept = home.quarantine().resolve(names.getFirst());
        assertThat(Part10.open(Files.newInputStream(kept)).dataSet().readAllBytes()).isEqualTo(first.dataSet());
        try (Stream<Path> files = Files.list(home.quarantine())) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(first.sopUid()))).hasSize(1);
        }
    }

    @Test
    void theSameInstanceInAnotherStudyIsAnotherContent() throws Exception {
        Slice slice = Slice.alone();
        store(slice);
        String firstStudy = slice.studyUid();
        slice.with(Tag.StudyInstanceUID, VR.UI, Slice.newUid());
        assertThat(store(slice)).isEqualTo(StoreOutcome.QUARANTINED);
        assertThat(find(QueryLevel.STUDY, new Match.Equal(Tag.StudyInstanceUID, slice.studyUid()))).isEmpty();
        assertThat(find(QueryLevel.STUDY, new Match.Equal(Tag.StudyInstanceUID, firstStudy))).hasSize(1);
    }

    @Test
    void twoSendersOfTheSameObjectAtOnceStoreItOnce() throws Exception {
        for (int round = 0; round < 20; round++) {
            Slice slice = Slice.alone();
            Callable<StoreOutcome> send = () -> store(slice);
            try (ExecutorService senders = Executors.newFixedThreadPool(2)) {
                Future<StoreOutcome> one = senders.submit(send);
                Future<StoreOutcome> two = senders.submit(send);
                assertThat(List.of(one.get(), two.get()))
                        .containsExactlyInAnyOrder(StoreOutcome.STORED, StoreOutcome.DUPLICATE);
            }
        }
    }

    @Test
    void valuesLongerThanAnyColumnAreStoredWholeAndFoundByTheirBeginning() throws Exception {
        String endless = "x".repeat(40_000);
        Slice slice = Slice.alone().with(Tag.StudyDescription, VR.LO, endless).with(Tag.PatientID, VR.LO, endless)
                .with(Tag.PatientName, VR.PN, "Two", "Names")
                .with(Tag.SeriesDescription, VR.LO, "\uD83E\uDE7B".repeat(900))
                .with(Tag.InstanceNumber, VR.IS, "99999999999").with(Tag.SeriesNumber, VR.IS, "three")
                .with(Tag.StudyDate, VR.DA, "2024.02.28").with(Tag.StudyTime, VR.TM, "10:15:30");
        slice.with(Tag.ContentTime, VR.TM, endless);
        assertThat(store(slice)).isEqualTo(StoreOutcome.STORED);
        Attributes found = find(QueryLevel.IMAGE, new Match.Equal(Tag.SOPInstanceUID, slice.sopUid())).getFirst();
        assertThat(found.getStrings(Tag.PatientName)).containsExactly("Two", "Names");
        assertThat(endless).startsWith(found.getString(Tag.StudyDescription));
        assertThat(find(QueryLevel.STUDY, new Match.Range(Tag.StudyDate, "20240228", "20240228"),
                new Match.Equal(Tag.StudyInstanceUID, slice.studyUid()))).hasSize(1);
        assertThat(stored(slice).metadata().getString(Tag.StudyDescription)).isEqualTo(endless);
    }

    @Test
    void itsHealthCountsStudiesAndInstances() throws Exception {
        ArchiveHealth before = archive.health();
        store(Slice.alone());
        archive.count(ArchiveQuery.of(QueryLevel.STUDY, List.of(), 0, 1));
        ArchiveHealth after = archive.health();
        assertThat(after.available()).isTrue();
        assertThat(after.studies()).isEqualTo(before.studies() + 1);
        assertThat(after.instances()).isEqualTo(before.instances() + 1);
        assertThat(after.freeBytes()).isPositive();
    }
}
