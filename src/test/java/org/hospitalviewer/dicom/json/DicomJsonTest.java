package org.hospitalviewer.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.BulkData;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class DicomJsonTest {
    private final Attributes attributes = new Attributes();

    @Test
    void stringsNumbersAndTagsAreWrittenAsTheModelSays() throws IOException {
        attributes.setString(Tag.ImageType, VR.CS, "ORIGINAL", "", "AXIAL");
        attributes.setString(Tag.AccessionNumber, VR.SH);
        attributes.setString(Tag.InstanceNumber, VR.IS, "7");
        attributes.setInt(Tag.FrameIncrementPointer, VR.AT, Tag.FrameTime);
        attributes.setInt(Tag.Rows, VR.US, 512);

        assertThat(json()).isEqualTo("""
                {"00080008":{"vr":"CS","Value":["ORIGINAL",null,"AXIAL"]},"00080050":{"vr":"SH"},\
                "00200013":{"vr":"IS","Value":[7]},"00280009":{"vr":"AT","Value":["00181063"]},\
                "00280010":{"vr":"US","Value":[512]}}""");
    }

    @Test
    void decimalStringsThatAreNoJsonNumbersBecomeThem() throws IOException {
        attributes.setString(Tag.PixelSpacing, VR.DS, "+1.5", "007", ".5", "5.", "-0.50", "1e3", "many",
                "1.5.5", "NaN");

        assertThat(json()).isEqualTo(
                "{\"00280030\":{\"vr\":\"DS\",\"Value\":[1.5,7,0.5,5,-0.50,1e3,\"many\",\"1.5.5\",\"NaN\"]}}");
    }

    @Test
    void numbersThatJsonLacksOrWouldRoundAreStrings() throws IOException {
        attributes.setDouble(0x00189073, VR.FD, Double.NaN, Double.NEGATIVE_INFINITY, 0.1, 2);
        attributes.setBytes(0x00720083, VR.UV, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, 1, 0, 0, 0, 0, 0, 0, 0});

        assertThat(json()).isEqualTo("""
                {"00189073":{"vr":"FD","Value":["NaN","-inf",0.1,2]},\
                "00720083":{"vr":"UV","Value":["18446744073709551615",1]}}""");
    }

    @Test
    void namesAreWrittenByGroupsAndInUtf8() throws IOException {
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "GB18030");
        attributes.setString(Tag.PatientName, VR.PN, "Wang^XiaoDong=王^小东");
        attributes.setString(Tag.ReferringPhysicianName, VR.PN, "^^^^");

        assertThat(json()).isEqualTo("""
                {"00080005":{"vr":"CS","Value":["ISO_IR 192"]},"00080090":{"vr":"PN"},\
                "00100010":{"vr":"PN","Value":[{"Alphabetic":"Wang^XiaoDong","Ideographic":"王^小东"}]}}""");
    }

    @Test
    void sequencesNest() throws IOException {
        attributes.newSequence(Tag.ReferencedImageSequence);
        var items = attributes.newSequence(Tag.RequestAttributesSequence);
        items.addItem().setString(Tag.RequestedProcedureID, VR.SH, "A");
        items.addItem();

        assertThat(json()).isEqualTo("""
                {"00081140":{"vr":"SQ"},\
                "00400275":{"vr":"SQ","Value":[{"00401001":{"vr":"SH","Value":["A"]}},{}]}}""");
    }

    @Test
    void smallBinaryValuesAreInlineAndLargeOnesReferred() throws IOException {
        attributes.setBytes(Tag.RedPaletteColorLookupTableData, VR.OW, new byte[] {1, 2, 3, 4});
        attributes.setBulkData(Tag.PixelData, VR.OW, new BulkData(VR.OW, 1000, 10));
        attributes.newSequence(Tag.WaveformSequence).addItem()
                .setBulkData(Tag.WaveformData, VR.OB, new BulkData(VR.OB, 500, 10));

        assertThat(json((dataSet, path, value) -> Optional.of("../bulkdata/" + path))).isEqualTo("""
                {"00281201":{"vr":"OW","InlineBinary":"AQIDBA=="},"54000100":{"vr":"SQ","Value":\
                [{"54001010":{"vr":"OB","BulkDataURI":"../bulkdata/54000100/1/54001010"}}]},\
                "7FE00010":{"vr":"OW","BulkDataURI":"../bulkdata/7FE00010"}}""");
        assertThat(json()).contains("\"7FE00010\":{\"vr\":\"OW\"}");
    }

    @Test
    void groupLengthsAreLeftOut() throws IOException {
        attributes.setInt(0x00080000, VR.UL, 100);
        attributes.setString(Tag.PatientID, VR.LO, "7");

        assertThat(json()).isEqualTo("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"7\"]}}");
    }

    @Test
    void whatIsKnownIsWrittenByItsTrueVrThoughItCameAsUn() throws IOException {
        attributes.setBytes(Tag.Rows, VR.UN, new byte[] {0, 2});
        attributes.setBytes(0x00291010, VR.UN, new byte[] {0, 2});

        assertThat(json()).isEqualTo(
                "{\"00280010\":{\"vr\":\"US\",\"Value\":[512]},"
                        + "\"00291010\":{\"vr\":\"UN\",\"InlineBinary\":\"AAI=\"}}");
    }

    @Test
    void hostileTextStaysWithinItsString() throws IOException {
        String hostile = "\"},\\ <script>\u0001\u007f\r\n\t é 😀 \u2028";
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        attributes.setString(Tag.PatientComments, VR.LT, hostile);

        assertThat(new ObjectMapper().readTree(json()).at("/00104000/Value/0").asString()).isEqualTo(hostile);
    }

    @Test
    void longTextGoesThroughTheBufferWhole() throws IOException {
        String text = "é0123456789".repeat(10_000);
        attributes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
        attributes.setString(Tag.TextValue, VR.UT, text);

        assertThat(new ObjectMapper().readTree(json()).at("/0040A160/Value/0").asString()).isEqualTo(text);
    }

    @Test
    void severalDataSetsMakeAnArray() throws IOException {
        attributes.setString(Tag.PatientID, VR.LO, "7");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomJson.writeArray(List.of(attributes, new Attributes()).iterator(), out, BulkDataUri.NONE);

        assertThat(out).hasToString("[{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"7\"]}},{}]");
    }

    private String json() throws IOException {
        return json(BulkDataUri.NONE);
    }

    private String json(BulkDataUri bulkData) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomJson.write(attributes, out, bulkData);
        return out.toString(StandardCharsets.UTF_8);
    }
}
