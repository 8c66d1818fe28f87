package org.hospitalviewer.archive.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    @TempDir
    private Path home;

    private FileStore store() throws Exception {
        return new FileStore(home.resolve("data/archive"), new DurableFolders(home));
    }

    @Test
    void filesLieByDayOfReceiptStudyAndSeries() {
        assertThat(FileStore.relativePath(DAY, "1.2", "1.2.3", "1.2.3.4"))
                .isEqualTo("2024/02/29/1.2/1.2.3/1.2.3.4.dcm");
    }

    @Test
    void pathsOf180CharactersStayAndLongerOnesGetHashes() {
        String rest = "2024/02/29/" + "/" + "/" + ".dcm";
        String study = "1".repeat(55);
        String fits = "3".repeat(180 - rest.length() - 2 * 55);
        assertThat(FileStore.relativePath(DAY, study, study, fits)).hasSize(180).contains(study);
        String hashed = FileStore.relativePath(DAY, study, study, fits + "3");
        assertThat(hashed).matches("2024/02/29/[0-9a-f]{20}/[0-9a-f]{20}/[0-9a-f]{20}\\.dcm");
        assertThat(hashed).isEqualTo(FileStore.relativePath(DAY, study, study, fits + "3"));
        assertThat(hashed).isNotEqualTo(FileStore.relativePath(DAY, study, study, fits + "4"));
    }

    @Test
    void aFinishedFileMovesToItsPlaceAndIsNotTouchedAfterwards() throws Exception {
        FileStore store = store();
        Path target = store.resolve("2024/02/29/1/2/3.dcm");
        try (IncomingFile file = store.newIncomingFile()) {
            file.channel().write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
            file.moveTo(target);
        }
        assertThat(target).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(filesIn(home)).containsExactly(target);
    }

    @Test
    void filesThatArriveInTheSameMomentKeepTheirOrder() throws Exception {
        FileStore store = store();
        List<String> arrived = Stream.iterate(9, number -> number - 1).limit(9)
                .map(number -> FileStore.relativePath(DAY, "1", "2", "3." + number)).toList();
        for (String path : arrived) {
            try (IncomingFile file = store.newIncomingFile()) {
                file.markArrival();
                file.moveTo(store.resolve(path));
            }
        }
        assertThat(store.pathsOf(DAY)).isEqualTo(arrived);
    }

    @Test
    void anUnfinishedFileVanishesWhenItIsClosedOrAtTheNextStart() throws Exception {
        FileStore store = store();
        try (IncomingFile file = store.newIncomingFile()) {
            file.channel().write(ByteBuffer.wrap(new byte[10]));
        }
        assertThat(filesIn(home)).isEmpty();
        Files.createFile(home.resolve("data/archive/.incoming/killed.part"));
        store.removeUnfinished();
        assertThat(filesIn(home)).isEmpty();
    }

    @Test
    void aClockThatIsSetBackDoesNotChangeTheDayBehindThatOfTheStart() {
        Clock yesterday = Clock.fixed(Instant.parse("2024-02-28T12:00:00Z"), ZoneOffset.UTC);
        Clock tomorrow = Clock.fixed(Instant.parse("2024-03-01T00:00:00Z"), ZoneOffset.UTC);
        assertThat(new ReceiptDay(yesterday, DAY).today()).isEqualTo(DAY);
        assertThat(new ReceiptDay(tomorrow, DAY).today()).isEqualTo(DAY.plusDays(1));
    }

    private static Stream<Path> filesIn(Path folder) throws Exception {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).toList().stream();
        }
    }
}
