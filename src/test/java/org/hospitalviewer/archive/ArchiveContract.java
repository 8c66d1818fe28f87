package org.hospitalviewer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.peers.Await;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What every archive does, wherever its images are. Each test makes its own studies. */
public abstract class ArchiveContract {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");
    private static final int SENDERS = 4;

    @Autowired
    private Archive archive;

    /** How many slices each of the senders at once sends. */
    int slicesEach() {
        return 60;
    }

    StoreOutcome store(Slice slice) throws IOException {
        return archive.store(SCANNER, slice.announced(), slice.open());
    }

    List<Attributes> find(QueryLevel level, Match... matches) {
        return archive.find(ArchiveQuery.of(level, List.of(matches), 0, 1000));
    }

    StoredInstance stored(Slice slice) {
        return archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).orElseThrow();
    }

    static byte[] bytes(Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        content.transferTo(out);
        assertThat(out.size()).isEqualTo((int) content.length());
        return out.toByteArray();
    }

    static byte[] dataSet(Content file) throws IOException {
        return Part10.open(new ByteArrayInputStream(bytes(file))).dataSet().readAllBytes();
    }

    @Test
    void theDataSetIsKeptByteForByteWithItsTransferSyntax() throws Exception {
        for (TransferSyntax syntax : List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN)) {
            Slice slice = Slice.alone().encodedAs(syntax);
            assertThat(store(slice)).isEqualTo(StoreOutcome.STORED);
            assertThat(dataSet(stored(slice).file())).isEqualTo(slice.dataSet());
            assertThat(stored(slice).transferSyntaxUid()).isEqualTo(syntax.uid());
        }
    }

    @Test
    void whatIsStoredIsFoundAtEachLevelWithItsCounts() throws Exception {
        Slice first = Slice.of(Slice.newUid(), Slice.newUid(), 2, 8);
        Slice second = Slice.of(first.studyUid(), first.seriesUid(), 1, 8);
        Slice other = Slice.of(first.studyUid(), Slice.newUid(), 1, 8).with(Tag.Modality, VR.CS, "SR");
        for (Slice slice : List.of(first, second, other)) {
            store(slice);
        }
        Match study = new Match.Equal(Tag.StudyInstanceUID, first.studyUid());
        Attributes found = find(QueryLevel.STUDY, study).getFirst();
        assertThat(found.getInt(Tag.NumberOfStudyRelatedSeries, 0)).isEqualTo(2);
        assertThat(found.getInt(Tag.NumberOfStudyRelatedInstances, 0)).isEqualTo(3);
        assertThat(found.getStrings(Tag.ModalitiesInStudy)).containsExactly("CT", "SR");
        assertThat(find(QueryLevel.SERIES, study)).extracting(series ->
                series.getInt(Tag.NumberOfSeriesRelatedInstances, 0)).containsExactlyInAnyOrder(2, 1);
        assertThat(find(QueryLevel.IMAGE, study, new Match.Equal(Tag.SeriesInstanceUID, first.seriesUid())))
                .extracting(image -> image.getString(Tag.SOPInstanceUID))
                .containsExactly(second.sopUid(), first.sopUid());
        assertThat(archive.count(ArchiveQuery.of(QueryLevel.IMAGE, List.of(study), 0, 1))).isEqualTo(3);
        assertThat(archive.instances(first.studyUid(), first.seriesUid())).extracting(StoredInstance::sopInstanceUid)
                .containsExactly(second.sopUid(), first.sopUid());
    }

    @Test
    void theSameObjectAgainChangesNothing() throws Exception {
        Slice slice = Slice.alone();
        store(slice);
        assertThat(store(slice)).isEqualTo(StoreOutcome.DUPLICATE);
        assertThat(archive.instances(slice.studyUid(), slice.seriesUid())).hasSize(1);
    }

    @Test
    void whateverWasAcknowledgedIsFoundByTheVeryNextQueryWithFourSenders() throws Exception {
        String study = Slice.newUid();
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<Integer>> found = new ArrayList<>();
            for (int sender = 0; sender < SENDERS; sender++) {
                String series = Slice.newUid();
                found.add(senders.submit(() -> sendAndAsk(study, series)));
            }
            for (Future<Integer> sender : found) {
                assertThat(sender.get()).isEqualTo(slicesEach());
            }
        }
        assertThat(archive.count(ArchiveQuery.of(QueryLevel.IMAGE,
                List.of(new Match.Equal(Tag.StudyInstanceUID, study)), 0, 1))).isEqualTo(SENDERS * slicesEach());
    }

    /** Slices that the query right behind the acknowledgement has found. */
    private int sendAndAsk(String study, String series) throws IOException {
        int found = 0;
        for (int number = 1; number <= slicesEach(); number++) {
            Slice slice = Slice.of(study, series, number, 16);
            store(slice);
            found += find(QueryLevel.IMAGE, new Match.Equal(Tag.SOPInstanceUID, slice.sopUid())).size();
        }
        return found;
    }

    @Test
    void followersHearOfANewStudyAndThenOfChanges() throws Exception {
        List<StudyChange> heard = new CopyOnWriteArrayList<>();
        Slice first = Slice.alone();
        Archive.Subscription subscription = archive.subscribe(change -> {
            if (change.studyInstanceUid().equals(first.studyUid())) {
                assertThat(archive.instances(first.studyUid(), first.seriesUid())).isNotEmpty();
                heard.add(change);
            }
        });
        store(first);
        Await.until("the new study is told", Duration.ofSeconds(10), () -> heard.size() == 1);
        store(Slice.of(first.studyUid(), first.seriesUid(), 2, 8));
        Await.until("the change is told", Duration.ofSeconds(10), () -> heard.size() == 2);
        subscription.close();
        assertThat(heard).extracting(StudyChange::kind)
                .containsExactly(StudyChange.Kind.NEW, StudyChange.Kind.CHANGED);
        assertThat(heard.get(0).sequence()).isLessThan(heard.get(1).sequence());
    }

    @Test
    void framesBulkDataAndMetadataComeStraightFromTheFile() throws Exception {
        Slice slice = Slice.alone();
        byte[] pixels = slice.attributes().getBytes(Tag.PixelData);
        slice.attributes().setInt(Tag.Rows, VR.US, 4);
        slice.attributes().setInt(Tag.NumberOfFrames, VR.IS, 2);
        store(slice);
        StoredInstance stored = stored(slice);
        assertThat(stored.frameCount()).isEqualTo(2);
        List<Content> frames = stored.frames(List.of(2, 1)).orElseThrow();
        assertThat(bytes(frames.get(0))).isEqualTo(Arrays.copyOfRange(pixels, pixels.length / 2, pixels.length));
        assertThat(bytes(frames.get(1))).isEqualTo(Arrays.copyOf(pixels, pixels.length / 2));
        assertThat(stored.frames(List.of(3))).isEmpty();
        assertThat(bytes(stored.bulkData("7FE00010").orElseThrow().getFirst())).isEqualTo(pixels);
        assertThat(stored.bulkData("00100010")).isEmpty();
        assertThat(stored.metadata().getString(Tag.PatientName)).isEqualTo("Test^Slice");
        assertThat(stored.metadata().bulkData(Tag.PixelData)).isPresent();
    }

    @Test
    void anImplicitVrObjectIsGivenOutAsExplicitLittleEndian() throws Exception {
        Slice slice = Slice.alone();
        byte[] explicit = slice.dataSet();
        store(slice.encodedAs(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        Content file = stored(slice).explicitLittleEndianFile();
        assertThat(Part10.open(new ByteArrayInputStream(bytes(file))).meta().transferSyntaxUid())
                .isEqualTo(UID.ExplicitVRLittleEndian);
        assertThat(dataSet(file)).isEqualTo(explicit);
    }

    @Test
    void anObjectWithNothingButItsUidsIsStored() throws Exception {
        Slice slice = Slice.alone();
        for (int tag : slice.attributes().tags()) {
            if (!List.of(Tag.SOPClassUID, Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID)
                    .contains(tag)) {
                slice.without(tag);
            }
        }
        assertThat(store(slice)).isEqualTo(StoreOutcome.STORED);
        assertThat(stored(slice).frameCount()).isZero();
        assertThat(find(QueryLevel.SERIES, new Match.Equal(Tag.SeriesInstanceUID, slice.seriesUid()))).hasSize(1);
    }

    @Test
    void anObjectThatIsNotWhatWasAnnouncedOrLacksAUidIsRefused() {
        Slice missing = Slice.alone().without(Tag.StudyInstanceUID);
        assertRefused(missing, missing.dataSet(), RefusedException.Reason.DATA_SET_MISMATCH, "Study Instance UID");
        Slice path = Slice.alone().with(Tag.SeriesInstanceUID, VR.UI, "../../../evil");
        assertRefused(path, path.dataSet(), RefusedException.Reason.DATA_SET_MISMATCH, "Series Instance UID");
        Slice announced = Slice.alone();
        assertRefused(announced, Slice.alone().dataSet(), RefusedException.Reason.DATA_SET_MISMATCH, "announced");
    }

    @Test
    void anImageThatIsCutAnywhereInItsPixelDataIsRefusedAndLeavesNothing() throws Exception {
        Slice slice = Slice.alone();
        byte[] whole = slice.dataSet();
        int beforePixelData = whole.length - 8 * 8 * 2 - 12;
        for (int length = beforePixelData + 1; length < whole.length; length++) {
            assertRefused(slice, Arrays.copyOf(whole, length), RefusedException.Reason.CANNOT_UNDERSTAND, "");
        }
        assertLeftNothing(slice);
    }

    /** No trace of a slice that was refused. */
    void assertLeftNothing(Slice slice) throws IOException {
        assertThat(archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid())).isEmpty();
        assertThat(find(QueryLevel.STUDY, new Match.Equal(Tag.StudyInstanceUID, slice.studyUid()))).isEmpty();
    }

    @Test
    void aSenderThatBreaksOffLeavesNothing() throws Exception {
        Slice slice = Slice.alone();
        InputStream half = new SequenceInputStream(new ByteArrayInputStream(slice.dataSet(), 0, 200),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("Connection reset");
                    }
                });
        assertThatThrownBy(() -> archive.store(SCANNER, slice.announced(), half)).isInstanceOf(IOException.class)
                .isNotInstanceOf(RefusedException.class).hasMessage("Connection reset");
        assertLeftNothing(slice);
    }

    void assertRefused(Slice slice, byte[] dataSet, RefusedException.Reason reason, String words) {
        assertThatThrownBy(() -> archive.store(SCANNER, slice.announced(), new ByteArrayInputStream(dataSet)))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    if (reason != null) {
                        assertThat(refused.reason()).isEqualTo(reason);
                    }
                }).hasMessageContaining(words);
    }

    @Test
    void aUidWithLeadingZerosAsSomeScannersWriteIsTaken() throws Exception {
        Slice slice = Slice.alone().with(Tag.SOPInstanceUID, VR.UI, Slice.newUid().substring(0, 30) + ".01.007");
        assertThat(store(slice)).isEqualTo(StoreOutcome.STORED);
        assertThat(stored(slice).frameCount()).isOne();
    }
}
