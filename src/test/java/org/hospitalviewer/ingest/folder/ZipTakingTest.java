package org.hospitalviewer.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipTakingTest {

    private static final long BOMB_BYTES = 100L << 20;

    @TempDir
    private Path folder;
    private final Map<String, Long> entries = new TreeMap<>();

    private static byte[] dicom() {
        byte[] bytes = new byte[200];
        bytes[128] = 'D';
        bytes[129] = 'I';
        bytes[130] = 'C';
        bytes[131] = 'M';
        return bytes;
    }

    private Path zip(Map<String, byte[]> files) throws IOException {
        Path zip = folder.resolve("a.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return zip;
    }

    private Optional<String> take(Path zip) throws IOException {
        return new ZipTaking(new SourceFile(zip, Files.size(zip), 0, NameSort.ZIP), ImportOptions.USUAL)
                .run((name, in, beginning, sort) -> entries.put(name, in.transferTo(OutputStream.nullOutputStream())));
    }

    @Test
    void onlyWhatIsDicomInItIsOffered() throws IOException {
        Optional<String> trouble = take(zip(Map.of("cd/IM1", dicom(), "cd/b.dcm", new byte[10], "cd/viewer", new byte[999],
                "__MACOSX/cd/IM1", dicom(), "cd/.c.dcm", dicom(), "../../evil.dcm", dicom(), "cd/inner.zip", dicom(),
                "cd/a.jpg", dicom())));
        assertThat(trouble).isEmpty();
        assertThat(entries).containsExactlyInAnyOrderEntriesOf(
                Map.of("cd/IM1", 200L, "cd/b.dcm", 10L, "../../evil.dcm", 200L));
    }

    @Test
    void aBombIsPutOutWhetherItIsWantedOrNot() throws IOException {
        for (String name : new String[] {"bomb.dcm", "bomb.txt"}) {
            Path zip = folder.resolve("a.zip");
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
                out.putNextEntry(new ZipEntry(name));
                for (long written = 0; written < BOMB_BYTES; written += 1 << 20) {
                    out.write(new byte[1 << 20]);
                }
                out.putNextEntry(new ZipEntry("after.dcm"));
                out.write(dicom());
            }
            assertThat(take(zip)).contains("It grows beyond measure when it is unpacked");
            assertThat(entries).isEmpty();
        }
    }

    @Test
    void aCutZipFileGivesWhatIsWholeAndSaysThatItIsCut() throws IOException {
        byte[] noise = new byte[100_000];
        new java.util.Random(1).nextBytes(noise);
        System.arraycopy(dicom(), 0, noise, 0, 200);
        Path whole = zip(new TreeMap<>(Map.of("1.dcm", noise, "2.dcm", noise)));
        Path cut = Files.write(folder.resolve("cut.zip"),
                Arrays.copyOf(Files.readAllBytes(whole), (int) (Files.size(whole) * 3 / 4)));
        assertThat(take(cut)).contains("The ZIP file is damaged or cut short after 1 files");
        assertThat(entries).containsOnlyKeys("1.dcm");
    }

    @Test
    void whatIsNoZipFileIsNamed() throws IOException {
        assertThat(take(Files.writeString(folder.resolve("b.zip"), "This is a letter and no ZIP file at all")))
                .contains("Not a ZIP file, or an empty one");
    }
}
