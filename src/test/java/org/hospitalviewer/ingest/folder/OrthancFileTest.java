package org.hospitalviewer.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrthancFileTest {

    private static final String NAME = "ab12cd34-0000-4000-8000-0123456789ab";

    @TempDir
    private Path folder;

    private SourceFile stored(byte[] contents, long toldLength) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(toldLength).array());
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(contents);
        }
        Path file = Files.createDirectories(folder.resolve("ab/12")).resolve(NAME);
        Files.write(file, bytes.toByteArray());
        return new SourceFile(file, Files.size(file), 0, NameSort.UNNAMED);
    }

    private byte[] file(Slice slice) throws IOException {
        return Files.readAllBytes(slice.writeInto(folder));
    }

    @Test
    void aCompressedFileIsReadAsWhatItHolds() throws IOException {
        byte[] image = file(Slice.alone());
        SourceFile stored = stored(image, image.length);
        try (OpenedFile opened = OpenedFile.open(stored)) {
            assertThat(opened.isNotDicom()).isFalse();
            assertThat(opened.length()).isEqualTo(image.length);
            assertThat(opened.in().readAllBytes()).isEqualTo(image);
        }
        assertThat(OrthancExtract.isOne(stored)).isFalse();
    }

    @Test
    void theCopyWithoutPixelsIsKnownFromTheImage() throws IOException {
        Slice slice = Slice.alone();
        slice.attributes().remove(Tag.PixelData);
        byte[] extract = file(slice);
        assertThat(OrthancExtract.isOne(stored(extract, extract.length))).isTrue();
    }

    @Test
    void jsonBesideTheImagesIsNoneOfOurBusiness() throws IOException {
        byte[] json = "{\"0008,0005\": {\"Name\": \"SpecificCharacterSet\"}}".getBytes();
        try (OpenedFile opened = OpenedFile.open(stored(json, json.length))) {
            assertThat(opened.isNotDicom()).isTrue();
        }
    }

    @Test
    void moreThanTheFileSaysIsNotInflated() throws IOException {
        byte[] image = file(Slice.alone());
        SourceFile stored = stored(image, 200);
        assertThatThrownBy(() -> {
            try (OpenedFile opened = OpenedFile.open(stored)) {
                opened.in().readAllBytes();
            }
        }).isInstanceOf(GrowthLimit.OversizedException.class);
    }

    @Test
    void onlyTheNamesOfAnOrthancCount() {
        assertThat(OrthancFile.isOne(Path.of("/x/ab/12", NAME))).isTrue();
        assertThat(OrthancFile.isOne(Path.of("/x/ab/13", NAME))).isFalse();
        assertThat(OrthancFile.isOne(Path.of("/x/ab/12", "ab12.dcm"))).isFalse();
        assertThat(OrthancFile.isOne(Path.of("ab"))).isFalse();
    }
}
