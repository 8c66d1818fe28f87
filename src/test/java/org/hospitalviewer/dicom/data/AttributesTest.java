package org.hospitalviewer.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private final Attributes attributes = new Attributes();

    @Test
    void elementsAreKeptInUnsignedOrderOfTheirTags() {
        attributes.setInt(0xFFFCFFFC, VR.US, 1);
        attributes.setString(Tag.PatientName, VR.PN, "Doe^Jane");
        attributes.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");

        assertThat(attributes.tags()).containsExactly(Tag.SOPInstanceUID, Tag.PatientName, 0xFFFCFFFC);
    }

    @Test
    void theLastValueOfATagStays() {
        attributes.setString(Tag.PatientName, VR.PN, "First");
        attributes.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");
        attributes.setString(Tag.PatientName, VR.PN, "Second");

        assertThat(attributes.getString(Tag.PatientName)).isEqualTo("Second");
        assertThat(attributes.size()).isEqualTo(2);
    }

    @Test
    void absentAndEmptyValuesAreNull() {
        attributes.setEmpty(Tag.PatientID, VR.LO);

        assertThat(attributes.getString(Tag.PatientID)).isNull();
        assertThat(attributes.getString(Tag.PatientName)).isNull();
        assertThat(attributes.getStrings(Tag.PatientName)).isEmpty();
        assertThat(attributes.contains(Tag.PatientID)).isTrue();
        assertThat(attributes.containsValue(Tag.PatientID)).isFalse();
    }

    @Test
    void multipleValuesLoseTheirPaddingButKeepEmptyPlaces() {
        attributes.setBytes(Tag.ImageType, VR.CS, ascii("ORIGINAL \\\\ AXIAL "));

        assertThat(attributes.getStrings(Tag.ImageType)).containsExactly("ORIGINAL", "", "AXIAL");
    }

    @Test
    void aBackslashInLongTextIsACharacter() {
        attributes.setBytes(Tag.PatientComments, VR.LT, ascii(" see C:\\images "));

        assertThat(attributes.getStrings(Tag.PatientComments)).containsExactly(" see C:\\images");
    }

    @Test
    void uidsPaddedWithNulOrSpaceReadTheSame() {
        attributes.setBytes(Tag.StudyInstanceUID, VR.UI, ascii("1.2.3\0"));
        attributes.setBytes(Tag.SeriesInstanceUID, VR.UI, ascii("1.2.3 "));

        assertThat(attributes.getString(Tag.StudyInstanceUID)).isEqualTo("1.2.3");
        assertThat(attributes.getString(Tag.SeriesInstanceUID)).isEqualTo("1.2.3");
    }

    @Test
    void numbersAreReadFromTextAndFromBinary() {
        attributes.setString(Tag.InstanceNumber, VR.IS, "-12 ");
        attributes.setString(Tag.PixelSpacing, VR.DS, "0.5", "4.88e-1");
        attributes.setInt(Tag.Rows, VR.US, 65535);
        attributes.setInt(Tag.PixelPaddingValue, VR.SS, -2000);
        attributes.setDouble(Tag.RecommendedDisplayFrameRate, VR.FD, 0.1);

        assertThat(attributes.getInt(Tag.InstanceNumber, 0)).isEqualTo(-12);
        assertThat(attributes.getDoubles(Tag.PixelSpacing)).containsExactly(0.5, 0.488);
        assertThat(attributes.getInt(Tag.Rows, 0)).isEqualTo(65535);
        assertThat(attributes.getInt(Tag.PixelPaddingValue, 0)).isEqualTo(-2000);
        assertThat(attributes.getDouble(Tag.RecommendedDisplayFrameRate, 0)).isEqualTo(0.1);
    }

    @Test
    void nonsenseIsNoNumber() {
        attributes.setString(Tag.NumberOfFrames, VR.IS, "many");
        attributes.setString(Tag.WindowCenter, VR.DS, "NaN", "Infinity", "12");

        assertThat(attributes.getInt(Tag.NumberOfFrames, 7)).isEqualTo(7);
        assertThat(attributes.getDoubles(Tag.WindowCenter)).containsExactly(Double.NaN, Double.NaN, 12);
    }

    @Test
    void aTagValueIsGroupThenElement() {
        attributes.setInt(Tag.FrameIncrementPointer, VR.AT, Tag.FrameTime);

        assertThat(attributes.getBytes(Tag.FrameIncrementPointer)).containsExactly(0x18, 0, 0x63, 0x10);
        assertThat(attributes.getString(Tag.FrameIncrementPointer)).isEqualTo("00181063");
        assertThat(attributes.getInt(Tag.FrameIncrementPointer, 0)).isEqualTo(Tag.FrameTime);
    }

    @Test
    void oddTextIsPaddedAsItsVrWants() {
        attributes.setString(Tag.PatientID, VR.LO, "A");
        attributes.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");

        assertThat(attributes.getBytes(Tag.PatientID)).isEqualTo(ascii("A "));
        assertThat(attributes.getBytes(Tag.SOPInstanceUID)).isEqualTo(ascii("1.2.3\0"));
    }

    @Test
    void itemsInheritTheCharacterSetAndMayHaveTheirOwn() {
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        Sequence sequence = attributes.newSequence(Tag.RequestAttributesSequence);
        Attributes inheriting = sequence.addItem();
        inheriting.setString(Tag.RequestedProcedureID, VR.SH, "Ärzte");
        Attributes own = sequence.addItem();
        own.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 144");
        own.setString(Tag.RequestedProcedureID, VR.SH, "Врач");

        assertThat(inheriting.getString(Tag.RequestedProcedureID)).isEqualTo("Ärzte");
        assertThat(inheriting.getBytes(Tag.RequestedProcedureID)).hasSize(6);
        assertThat(own.getString(Tag.RequestedProcedureID)).isEqualTo("Врач");
        assertThat(own.getBytes(Tag.RequestedProcedureID)).hasSize(4);
    }

    @Test
    void textThatTheCharacterSetCannotExpressIsRefusedNotLost() {
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");

        assertThatIllegalArgumentException().isThrownBy(() -> attributes.setString(Tag.PatientName, VR.PN, "山田"))
                .withMessageContaining("(0010,0010)").withMessageContaining("ISO_IR 100");
    }

    @Test
    void anElementThatCameAsUnIsUnderstoodByItsTrueVr() {
        attributes.setBytes(Tag.Rows, VR.UN, new byte[] {0, 2});
        attributes.setBytes(Tag.PatientName, VR.UN, ascii("Doe^Jane"));

        assertThat(attributes.getInt(Tag.Rows, 0)).isEqualTo(512);
        assertThat(attributes.getString(Tag.PatientName)).isEqualTo("Doe^Jane");
        assertThat(attributes.vr(Tag.Rows)).isEqualTo(VR.UN);
    }

    @Test
    void anUnknownElementHasBytesButNoText() {
        attributes.setBytes(0x00291010, VR.UN, ascii("GE"));

        assertThat(attributes.getString(0x00291010)).isNull();
        assertThat(attributes.getDoubles(0x00291010)).isEmpty();
        assertThat(attributes.getBytes(0x00291010)).isEqualTo(ascii("GE"));
    }

    @Test
    void addAllConvertsTextToTheOtherCharacterSet() {
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        attributes.setString(Tag.PatientName, VR.PN, "Müller");
        Attributes utf8 = new Attributes();
        utf8.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");

        utf8.addAll(attributes);

        assertThat(utf8.getString(Tag.PatientName)).isEqualTo("Müller");
        assertThat(utf8.getBytes(Tag.PatientName)).isEqualTo("Müller ".getBytes(StandardCharsets.UTF_8));
        assertThat(utf8.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
    }

    @Test
    void aCopyEqualsItsSourceAndDoesNotFollowIt() {
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        attributes.setString(Tag.PatientName, VR.PN, "Müller");
        attributes.newSequence(Tag.RequestAttributesSequence).addItem().setString(Tag.RequestedProcedureID, VR.SH, "7");
        Attributes copy = new Attributes();
        copy.addAll(attributes);

        assertThat(copy).isEqualTo(attributes).hasSameHashCodeAs(attributes);
        attributes.getItem(Tag.RequestAttributesSequence).setString(Tag.RequestedProcedureID, VR.SH, "8");
        assertThat(copy).isNotEqualTo(attributes);
    }

    @Test
    void aSelectionCarriesTheCharacterSetItsTextNeeds() {
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
        attributes.setString(Tag.PatientName, VR.PN, "Müller");
        attributes.setString(Tag.PatientID, VR.LO, "4711");

        Attributes selection = attributes.select(Tag.PatientName, Tag.StudyDate);

        assertThat(selection.tags()).containsExactly(Tag.SpecificCharacterSet, Tag.PatientName);
        assertThat(selection.getString(Tag.PatientName)).isEqualTo("Müller");
    }

    @Test
    void decimalStringsFitSixteenCharacters() {
        attributes.setDouble(Tag.PixelSpacing, VR.DS, 1.0 / 3, -1234567.891234567, 1e-20, 100);

        assertThat(attributes.getStrings(Tag.PixelSpacing))
                .containsExactly("0.33333333333333", "-1234567.8912346", "1E-20", "100");
    }

    @Test
    void manyElementsOutOfOrderAreOrderedOnce() {
        for (int element = 0xFFFF; element >= 0; element--) {
            attributes.setInt(Tag.of(0x0009, element), VR.US, element);
        }

        assertThat(attributes.size()).isEqualTo(0x10000);
        assertThat(attributes.getInt(Tag.of(0x0009, 0x1234), 0)).isEqualTo(0x1234);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
