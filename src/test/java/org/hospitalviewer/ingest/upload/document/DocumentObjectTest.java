package org.hospitalviewer.ingest.upload.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.io.ByteRange;
import org.hospitalviewer.dicom.io.Part10File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects made of documents, for a new patient. */
class DocumentObjectTest {

    private static final LocalDateTime RECEIVED = LocalDateTime.of(2024, 3, 2, 10, 20, 30);

    @TempDir
    private Path folder;
    private final DocumentObject documents = new DocumentObject(null);

    static DocumentDetails details(boolean photograph) {
        return new DocumentDetails("", "Müller^Änne", "P-7", "19500228", "F", "Wound, left shin",
                "20240301", photograph, "batch-0001");
    }

    private Part10File made(byte[] document, boolean photograph) throws IOException, UnfitDocumentException {
        Path file = Files.write(folder.resolve("document"), document);
        Path target = folder.resolve("made.dcm");
        documents.write(FileKind.of(document), file, details(photograph), new DocumentKey("key", RECEIVED), target);
        return Part10File.open(target);
    }

    private String refusal(byte[] document) {
        String[] reason = new String[1];
        assertThatThrownBy(() -> made(document, true)).isInstanceOf(UnfitDocumentException.class)
                .satisfies(refused -> reason[0] = refused.getMessage());
        return reason[0];
    }

    private static byte[] bytes(Part10File file, int frame) throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        List<ByteRange> ranges = file.frame(frame);
        assertThat(ranges).hasSize(1);
        int begin = (int) ranges.getFirst().offset();
        return Arrays.copyOfRange(whole, begin, begin + (int) ranges.getFirst().length());
    }

    @Test
    void anotherAttemptMakesTheSameObjectWheneverItIsMade() throws Exception {
        made(Documents.pdf(), true);
        byte[] first = Files.readAllBytes(folder.resolve("made.dcm"));
        Part10File second = made(Documents.pdf(), true);
        assertThat(Files.readAllBytes(second.path())).isEqualTo(first);
        assertThat(second.header().getString(Tag.InstanceCreationDate) + " "
                + second.header().getString(Tag.InstanceCreationTime)).isEqualTo("20240302 102030");
    }

    @Test
    void aPdfIsInTheObjectByteForByte() throws Exception {
        byte[] pdf = Documents.pdf();
        Part10File file = made(pdf, false);
        Attributes header = file.header();
        assertThat(header.getString(Tag.SOPClassUID)).isEqualTo(UID.EncapsulatedPDFStorage);
        assertThat(header.getString(Tag.PatientName)).isEqualTo("Müller^Änne");
        assertThat(header.getString(Tag.PatientBirthDate)).isEqualTo("19500228");
        assertThat(header.getString(Tag.DocumentTitle)).isEqualTo("Wound, left shin");
        assertThat(header.getString(Tag.Modality)).isEqualTo("DOC");
        assertThat(Arrays.copyOf(header.getBytes(Tag.EncapsulatedDocument), pdf.length)).isEqualTo(pdf);
        assertThat(header.getInt(Tag.of(0x0042, 0x0015), 0)).isEqualTo(pdf.length);
    }

    @Test
    void aJpegStaysAsItIsWithoutWhatPhonesPutBehindIt() throws Exception {
        byte[] jpeg = Documents.jpeg(false);
        byte[] longer = Arrays.copyOf(jpeg, jpeg.length + 999);
        Part10File file = made(longer, true);
        assertThat(file.meta().transferSyntaxUid()).isEqualTo(UID.JPEGBaseline8Bit);
        assertThat(Arrays.copyOf(bytes(file, 1), jpeg.length)).isEqualTo(jpeg);
        assertThat(bytes(file, 1).length).isBetween(jpeg.length, jpeg.length + 1);
        Attributes header = file.header();
        assertThat(header.getString(Tag.Modality)).isEqualTo("XC");
        assertThat(header.getString(Tag.PhotometricInterpretation)).isEqualTo("YBR_FULL_422");
        assertThat(header.getInt(Tag.Rows, 0)).isEqualTo(Documents.HEIGHT);
        assertThat(header.getInt(Tag.Columns, 0)).isEqualTo(Documents.WIDTH);
        assertThat(header.getString(Tag.LossyImageCompression)).isEqualTo("01");
    }

    /** Where the red half of the camera's picture is to be seen once it stands upright. */
    @ParameterizedTest
    @CsvSource({"2, right, top", "3, right, bottom", "4, left, bottom", "5, top, left", "6, top, right", "7, bottom, right",
        "8, bottom, left"})
    void aPictureThatWasNotHeldUprightIsTurned(int orientation, String red, String green) throws Exception {
        Part10File file = made(Documents.jpegTurned(orientation), true);
        Attributes header = file.header();
        boolean isTurned = orientation >= 5;
        int columns = header.getInt(Tag.Columns, 0);
        int rows = header.getInt(Tag.Rows, 0);
        assertThat(columns).isEqualTo(isTurned ? Documents.HEIGHT : Documents.WIDTH);
        assertThat(rows).isEqualTo(isTurned ? Documents.WIDTH : Documents.HEIGHT);
        byte[] rgb = bytes(file, 1);
        assertThat(colour(rgb, columns, rows, red, green, 0.3)).isEqualTo("red");
        assertThat(colour(rgb, columns, rows, opposite(red), green, 0.3)).isEqualTo("blue");
        assertThat(colour(rgb, columns, rows, green, green, 0.05)).isEqualTo("green");
        assertThat(header.getString(Tag.LossyImageCompression)).as("what was lost stays lost").isEqualTo("01");
    }

    private static String opposite(String side) {
        return switch (side) {
            case "left" -> "right";
            case "right" -> "left";
            case "top" -> "bottom";
            default -> "top";
        };
    }

    /** At a side of the picture, and away from the stripe. */
    private static String colour(byte[] rgb, int columns, int rows, String side, String stripe, double inwards) {
        double x = coordinate(side, "left", "right", stripe, inwards);
        double y = coordinate(side, "top", "bottom", stripe, inwards);
        int at = 3 * ((int) (y * rows) * columns + (int) (x * columns));
        int[] values = {rgb[at] & 0xFF, rgb[at + 1] & 0xFF, rgb[at + 2] & 0xFF};
        int strongest = values[0] > values[1] ? values[0] > values[2] ? 0 : 2 : values[1] > values[2] ? 1 : 2;
        return List.of("red", "green", "blue").get(strongest);
    }

    private static double coordinate(String side, String low, String high, String stripe, double inwards) {
        if (side.equals(low)) {
            return inwards;
        }
        if (side.equals(high)) {
            return 1 - inwards;
        }
        return stripe.equals(low) ? 0.8 : stripe.equals(high) ? 0.2 : 0.5;
    }

    @Test
    void aProgressiveJpegAndAPngAreDecoded() throws Exception {
        Part10File progressive = made(Documents.jpeg(true), true);
        assertThat(progressive.meta().transferSyntaxUid()).isEqualTo(UID.ExplicitVRLittleEndian);
        assertThat(colour(bytes(progressive, 1), Documents.WIDTH, Documents.HEIGHT, "left", "top", 0.3)).isEqualTo("red");
        Part10File png = made(Documents.png(), false);
        assertThat(png.header().getString(Tag.SOPClassUID)).isEqualTo(UID.SecondaryCaptureImageStorage);
        assertThat(png.header().getString(Tag.ConversionType)).isEqualTo("SD");
        byte[] rgb = bytes(png, 1);
        assertThat(rgb).hasSize(3 * Documents.WIDTH * Documents.HEIGHT);
        int middle = Documents.HEIGHT / 2 * Documents.WIDTH * 3;
        assertThat(Arrays.copyOfRange(rgb, middle, middle + 3)).containsExactly(0xFF, 0, 0);
        int right = middle + 3 * (Documents.WIDTH - 1);
        assertThat(Arrays.copyOfRange(rgb, right, right + 3)).as("transparent is white").containsExactly(0xFF, 0xFF, 0xFF);
        assertThat(png.header().getString(Tag.LossyImageCompression)).isEqualTo("00");
    }

    @Test
    void aFilmIsDescribedByItsBoxes() throws Exception {
        Part10File file = made(Documents.film(), true);
        Attributes header = file.header();
        assertThat(file.meta().transferSyntaxUid()).isEqualTo(UID.MPEG4HP41);
        assertThat(header.getString(Tag.SOPClassUID)).isEqualTo("1.2.840.10008.5.1.4.1.1.77.1.4.1");
        assertThat(header.getInt(Tag.NumberOfFrames, 0)).isEqualTo(50);
        assertThat(header.getDouble(Tag.FrameTime, 0)).isEqualTo(40);
        assertThat(header.getInt(Tag.Rows, 0)).isEqualTo(480);
        assertThat(header.getInt(Tag.Columns, 0)).isEqualTo(640);
        assertThat(header.getString(Tag.PhotometricInterpretation)).isEqualTo("YBR_PARTIAL_420");
        assertThat(made(Documents.film("avc1", 77, 42, false), true).meta().transferSyntaxUid()).isEqualTo(UID.MPEG4HP422D);
    }

    @Test
    void filmsThatDicomCannotDescribeAreRefusedInWords() {
        assertThat(refusal(Documents.film("hvc1", 100, 40, false))).contains("not coded as H.264");
        assertThat(refusal(Documents.film("avc1", 110, 40, false))).contains("profile 110");
        assertThat(refusal(Documents.film("avc1", 100, 51, false))).contains("level 5.1");
        assertThat(refusal(Documents.film("avc1", 66, 30, false))).contains("profile 66");
        assertThat(refusal(Documents.film("avc1", 100, 40, true))).contains("lying on its side");
        byte[] film = Documents.film();
        assertThat(refusal(Arrays.copyOf(film, film.length - 5))).contains("cut short");
    }

    @Test
    void damagedDocumentsAreRefusedInWords() {
        byte[] jpeg = Documents.jpeg(false);
        assertThat(refusal(Arrays.copyOf(jpeg, jpeg.length / 2))).contains("cut short");
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9})).contains("no picture");
        byte[] pdf = Documents.pdf();
        assertThat(refusal(Arrays.copyOf(pdf, pdf.length - 20))).contains("its end is missing");
        assertThat(refusal(new String(pdf, StandardCharsets.ISO_8859_1).replace("/Size 4", "/Size 4/Encrypt 5 0 R")
                .getBytes(StandardCharsets.ISO_8859_1))).contains("password");
        byte[] png = Documents.png();
        assertThat(refusal(Arrays.copyOf(png, png.length / 2))).contains("damaged");
        png[18] = 0x70; // 1.9 thousand million columns
        assertThat(refusal(png)).isNotEmpty();
        assertThat(refusal("GIF89a".getBytes(StandardCharsets.US_ASCII))).contains("no PDF, JPEG, PNG or MP4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "film", "pdf"})
    void noMutationDoesMoreThanBeRefused(String kind) throws IOException {
        byte[] document = switch (kind) {
            case "jpeg" -> Documents.jpegTurned(6);
            case "png" -> Documents.png();
            case "film" -> Documents.film();
            default -> Documents.pdf();
        };
        Random random = new Random(42);
        for (int round = 0; round < 300; round++) {
            byte[] mutated = document.clone();
            for (int i = 0; i < 1 + round % 4; i++) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                made(mutated, true);
            } catch (UnfitDocumentException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void whatChosenTogetherMakesOneStudyAndEachItsOwnObject() throws Exception {
        Attributes pdf = made(Documents.pdf(), true).header();
        Attributes again = made(Documents.pdf(), true).header();
        Attributes photo = made(Documents.jpeg(false), true).header();
        assertThat(again.getString(Tag.SOPInstanceUID)).isEqualTo(pdf.getString(Tag.SOPInstanceUID));
        assertThat(photo.getString(Tag.StudyInstanceUID)).isEqualTo(pdf.getString(Tag.StudyInstanceUID));
        assertThat(photo.getString(Tag.SeriesInstanceUID)).isNotEqualTo(pdf.getString(Tag.SeriesInstanceUID));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "'' | P | '' | T | '' | name and the ID", "N | '' | '' | T | '' | name and the ID", "N | P | '' | '' | '' | title",
        "N | P | 20991231 | T | '' | date of birth", "N | P | 1999 | T | '' | date of birth",
        "N | P | '' | T | 20230230 | date of the document", "N\\M | P | '' | T | '' | name"})
    void whatDicomCannotHoldIsSaidBefore(String name, String id, String birth, String title, String date, String says) {
        assertThat(new DocumentDetails(null, name, id, birth, "", title, date, false, "batch-0001").problem()).contains(says);
    }
}
