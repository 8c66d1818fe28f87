package org.hospitalviewer.archive.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.Test;

class LevelAttributesTest {

    /** A BLOB column of the index. */
    private static final int COLUMN_BYTES = 65_535;

    private final Attributes header = new Attributes();

    private static Attributes throughTheIndex(Attributes level) {
        return LevelAttributes.decode(LevelAttributes.encode(level));
    }

    @Test
    void textOfAnyCharacterSetComesBackInUtf8() {
        header.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 144");
        header.setBytes(Tag.PatientName, VR.PN, new byte[] {(byte) 0xBB, (byte) 0xEE, (byte) 0xDA, ' '});
        Attributes study = throughTheIndex(LevelAttributes.STUDY.of(header));
        assertThat(study.getString(Tag.PatientName)).isEqualTo("\u041B\u044E\u043A");
        assertThat(study.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
    }

    @Test
    void eachLevelTakesItsOwnAttributesAndNoEmptyOnes() {
        header.setString(Tag.PatientID, VR.LO, "4711");
        header.setString(Tag.Modality, VR.CS, "CT");
        header.setEmpty(Tag.StudyID, VR.SH);
        header.setInt(Tag.Rows, VR.US, 512);
        assertThat(LevelAttributes.STUDY.of(header).tags()).containsExactly(Tag.SpecificCharacterSet, Tag.PatientID);
        assertThat(LevelAttributes.SERIES.of(header).tags()).containsExactly(Tag.SpecificCharacterSet, Tag.Modality);
        assertThat(throughTheIndex(LevelAttributes.INSTANCE.of(header)).getInt(Tag.Rows, 0)).isEqualTo(512);
    }

    @Test
    void aNameThatPassedThroughSomebodyWhoDidNotKnowItIsUnderstood() {
        header.setBytes(Tag.PatientName, VR.UN, "Doe^Jane".getBytes(StandardCharsets.US_ASCII));
        assertThat(LevelAttributes.STUDY.of(header).getString(Tag.PatientName)).isEqualTo("Doe^Jane");
    }

    @Test
    void aWrongVrHarmsNobody() {
        header.setBytes(Tag.PatientName, VR.OB, new byte[] {1, 2});
        header.newSequence(Tag.PatientID).addItem();
        header.setString(Tag.Rows, VR.LO, "512");
        assertThat(LevelAttributes.STUDY.of(header).tags()).containsExactly(Tag.SpecificCharacterSet);
        assertThat(throughTheIndex(LevelAttributes.INSTANCE.of(header)).getInt(Tag.Rows, 0)).isEqualTo(512);
    }

    @Test
    void aForeignCharacterWhereOnlyAsciiIsAllowedBecomesAQuestionMark() {
        header.setBytes(Tag.PatientSex, VR.CS, new byte[] {'M', (byte) 0xC4});
        assertThat(LevelAttributes.STUDY.of(header).getString(Tag.PatientSex)).isEqualTo("M?");
    }

    @Test
    void overlongValuesOfEveryAttributeStillFitIntoTheColumn() {
        header.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        String endless = "\u6F22".repeat(20_000);
        for (int tag : new int[] {Tag.StudyDate, Tag.StudyTime, Tag.AccessionNumber, Tag.IssuerOfPatientID,
                Tag.ReferringPhysicianName, Tag.StudyDescription, Tag.PatientName, Tag.PatientID, Tag.PatientBirthDate,
                Tag.PatientSex, Tag.PatientAge, Tag.StudyID, Tag.InstitutionName, Tag.TimezoneOffsetFromUTC}) {
            header.setString(tag, VR.UC, endless);
        }
        byte[] encoded = LevelAttributes.encode(LevelAttributes.STUDY.of(header));
        assertThat(encoded).hasSizeLessThan(COLUMN_BYTES);
        assertThat(endless).startsWith(LevelAttributes.decode(encoded).getString(Tag.StudyDescription));
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsNotCutInTwo() {
        header.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        header.setString(Tag.StudyDescription, VR.LO, "x" + "\uD83E\uDE7B".repeat(600));
        assertThat(LevelAttributes.STUDY.of(header).getString(Tag.StudyDescription)).hasSize(511)
                .endsWith("\uD83E\uDE7B");
    }
}
