package org.hospitalviewer.archive.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Python;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrected files as pydicom and DCMTK read them: what changed, what it was, and that nothing else did. */
class CorrectedFilesIT {

    private static final Path SCRIPT = Path.of("src/test/resources/org/hospitalviewer/archive/embedded/corrected.py");
    private static final Map<Integer, String> LATIN = Map.of(Tag.PatientName, "Corrected^Name", Tag.PatientID, "4711",
            Tag.PatientSex, "O", Tag.StudyDate, "");
    private static final Map<Integer, String> CHINESE =
            Map.of(Tag.PatientName, "Wang^XiaoDong=\u738b^\u5c0f\u6771", Tag.StudyDescription, "\u4e2d\u6587");

    private static final int FILES_OF_FOLDER = 6;
    private static final int FEWEST = 40;

    @TempDir
    private Path folder;

    private record Corrected(Path before, Path after, int changes) {
    }

    /** Malformed files are read by each reader in its own way. */
    private static List<Path> someOfEachFolder() {
        Map<Path, List<Path>> byFolder = Samples.all().stream()
                .filter(sample -> !Samples.name(sample).startsWith("malformed"))
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()));
        return byFolder.values().stream().flatMap(files -> files.stream().limit(FILES_OF_FOLDER)).toList();
    }

    /** One with these values, the next with those. */
    private List<Corrected> correctAllSamples() throws IOException {
        DurableFolders folders = new DurableFolders(folder);
        List<Corrected> corrected = new ArrayList<>();
        for (Path sample : someOfEachFolder()) {
            Map<Integer, String> changes = corrected.size() % 2 == 0 ? LATIN : CHINESE;
            Path target = folder.resolve("corrected-" + corrected.size() + ".dcm");
            if (correct(sample, target, changes, folders)) {
                corrected.add(new Corrected(sample, target, changes.size()));
            }
        }
        return corrected;
    }

    /** Samples that no archive would take are passed over. */
    private boolean correct(Path sample, Path target, Map<Integer, String> changes, DurableFolders folders) {
        try {
            Part10File file = Part10File.open(sample);
            Attributes header = Part10File.open(sample).header();
            if (header.getString(Tag.SOPInstanceUID) == null || header.getString(Tag.SOPClassUID) == null) {
                return false;
            }
            StoredFileReader.read(sample, "2024/01/01/x.dcm", LocalDate.EPOCH);
            try (IncomingFile incoming = IncomingFile.create(folder, folders)) {
                RewrittenFile.write(file, FileMeta.of(header.getString(Tag.SOPClassUID),
                        header.getString(Tag.SOPInstanceUID), file.meta().transferSyntaxUid()),
                        OriginalAttributes.changed(header, changes, Instant.now()), incoming, target);
            }
            return true;
        } catch (IOException e) {
            assertThat(Files.exists(target)).as(Samples.name(sample) + ": " + e.getMessage()).isFalse();
            return false;
        }
    }

    @Test
    void pydicomFindsOnlyTheCorrectionAndTheSamePixels() throws Exception {
        List<Corrected> corrected = correctAllSamples();
        assertThat(corrected).hasSizeGreaterThan(FEWEST);
        String output = Python.withPydicom().run(corrected.stream()
                .map(pair -> pair.before() + "\t" + pair.after() + "\t" + pair.changes()).toList(), SCRIPT.toString());
        List<String> lines = Arrays.asList(output.split("\n"));
        assertThat(lines).as("one line for each file").hasSize(corrected.size());
        assertThat(lines).filteredOn(line -> !line.startsWith("OK\t") && !line.startsWith("UNREADABLE BEFORE\t"))
                .isEmpty();
        assertThat(lines).filteredOn(line -> line.startsWith("OK\t")).hasSizeGreaterThan(FEWEST);
    }

    @Test
    void dcmdumpShowsTheSequence() throws Exception {
        Path sample = Samples.files("series-ct/head-phantom-1mm").getFirst();
        assertThat(correct(sample, folder.resolve("one.dcm"), CHINESE, new DurableFolders(folder))).isTrue();
        Dcmtk.Output dump = Dcmtk.run("dcmdump", folder.resolve("one.dcm").toString());
        assertThat(dump.exit()).as(dump.text()).isZero();
        assertThat(dump.text()).contains("(0400,0561) SQ", "(0400,0550) SQ", "(0400,0565) CS [CORRECT]",
                "(0400,0563) LO [Hospital DICOM Viewer Pro]", "(0008,0005) CS [ISO_IR 192]", "PN [Wang^XiaoDong=")
                .doesNotContain("W: ", "E: ");
    }
}
