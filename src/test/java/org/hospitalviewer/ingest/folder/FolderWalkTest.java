package org.hospitalviewer.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderWalkTest {

    private static final ImportOptions WITH_ZIPS = new ImportOptions(true, true, true, true, false, false);

    @TempDir
    private Path folder;
    @TempDir
    private Path elsewhere;
    private final List<String> unreadable = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    private void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private Set<String> found(ImportOptions options, Path leftOut) throws IOException {
        Set<String> found = new TreeSet<>();
        new FolderWalk(folder, options, leftOut).run(new FolderWalk.Finder() {
            @Override
            public void file(SourceFile file) {
                Path parent = file.file().startsWith(folder) ? folder : elsewhere;
                found.add(parent.relativize(file.file()).toString().replace('\\', '/'));
            }

            @Override
            public void other(Path file) {
                others.add(file.getFileName().toString());
            }

            @Override
            public void unreadable(Path path, String reason) {
                unreadable.add(path.getFileName() + ": " + reason);
            }
        });
        return found;
    }

    @Test
    void hiddenAndSystemFilesAndFoldersArePassedOver() throws IOException {
        for (String name : List.of("a.dcm", "sub/b.DCM", "sub/IM0001", ".hidden/c.dcm", ".d.dcm", "lost+found/e.dcm",
                "System Volume Information/f.dcm", "$RECYCLE.BIN/g.dcm", "photo.jpg")) {
            write(folder.resolve(name));
        }
        assertThat(found(ImportOptions.USUAL, elsewhere)).containsExactly("a.dcm", "sub/IM0001", "sub/b.DCM");
        assertThat(others).containsExactly("photo.jpg");
    }

    @Test
    void theTicksSayWhatIsTaken() throws IOException {
        for (String name : List.of("a.dcm", "IM0001", "c.zip", "sub/d.dcm")) {
            write(folder.resolve(name));
        }
        assertThat(found(new ImportOptions(true, false, false, false, false, false), elsewhere))
                .containsExactly("a.dcm");
        assertThat(found(new ImportOptions(false, true, false, false, false, false), elsewhere))
                .containsExactly("IM0001");
        assertThat(found(WITH_ZIPS, elsewhere)).containsExactly("IM0001", "a.dcm", "c.zip", "sub/d.dcm");
        assertThat(unreadable).isEmpty();
    }

    @Test
    void linksAreFollowedOnceAndNeverInCircles() throws IOException {
        write(folder.resolve("sub/a.dcm"));
        write(elsewhere.resolve("far/b.dcm"));
        Files.createSymbolicLink(folder.resolve("sub/up"), folder);
        Files.createSymbolicLink(elsewhere.resolve("far/back"), elsewhere);
        Files.createSymbolicLink(folder.resolve("one"), elsewhere.resolve("far"));
        Files.createSymbolicLink(folder.resolve("two"), elsewhere.resolve("far"));
        Files.createSymbolicLink(folder.resolve("nowhere"), elsewhere.resolve("absent"));
        assertThat(found(ImportOptions.USUAL, folder.resolve("x"))).containsExactly("far/b.dcm", "sub/a.dcm");
        assertThat(unreadable).containsExactly("nowhere: The link leads nowhere");
    }

    @Test
    void theAppliancesOwnFolderIsLeftOut() throws IOException {
        write(folder.resolve("home/data/archive/a.dcm"));
        write(folder.resolve("b.dcm"));
        assertThat(found(ImportOptions.USUAL, folder.resolve("home"))).containsExactly("b.dcm");
    }

    @Test
    void endlessNestingIsNamed() throws IOException {
        Path deep = folder;
        for (int i = 0; i < 120; i++) {
            deep = deep.resolve("d");
        }
        write(deep.resolve("a.dcm"));
        write(folder.resolve("b.dcm"));
        assertThat(found(ImportOptions.USUAL, elsewhere)).containsExactly("b.dcm");
        assertThat(unreadable).containsExactly("d: The folders lie too deep in one another");
    }

    @Test
    void aFolderThatIsNotThereIsNoEmptyFolder() {
        assertThatThrownBy(() -> new FolderWalk(folder.resolve("absent"), ImportOptions.USUAL, elsewhere).run(null))
                .isInstanceOf(SourceAbsentException.class).hasMessageContaining("absent");
    }

    @ParameterizedTest
    @CsvSource({"IM0001, UNNAMED", "1.2.840.113619.2.55.3, UNNAMED", "MR.1.2.3, UNNAMED", "a.dcm, DICOM", "A.DCM, DICOM",
        "DICOMDIR, DICOMDIR", "dicomdir, DICOMDIR", "cd.zip, ZIP", "report.pdf,", "a.jpg,", "x.dcm.part,", "f., UNNAMED"})
    void aFileIsSortedByItsName(String name, NameSort sort) {
        assertThat(NameSort.of(name, WITH_ZIPS).orElse(null)).isEqualTo(sort);
    }
}
