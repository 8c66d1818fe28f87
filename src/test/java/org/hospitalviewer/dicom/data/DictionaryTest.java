package org.hospitalviewer.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;

class DictionaryTest {
    @Test
    void everyConstantHasTheNumberOfItsKeyword() throws IllegalAccessException {
        for (Field field : Tag.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.getName().startsWith("Item")
                    && !field.getName().startsWith("SequenceDelimitation")) {
                assertThat(Dictionary.tag(field.getName())).as(field.getName()).hasValue(field.getInt(null));
            }
        }
    }

    @Test
    void keywordsAndTagsLeadToEachOther() {
        assertThat(Dictionary.keyword(Tag.PatientName)).contains("PatientName");
        assertThat(Dictionary.tag("PatientName")).hasValue(Tag.PatientName);
        assertThat(Dictionary.tag("Patientname")).isEmpty();
        assertThat(Dictionary.vm(Tag.ImageType)).contains("2-n");
    }

    @Test
    void repeatingGroupsAreKnown() {
        assertThat(Dictionary.vr(0x60023000)).isEqualTo(VR.OW);
        assertThat(Dictionary.keyword(0x60020010)).contains("OverlayRows");
        assertThat(Dictionary.vr(0x50100005)).isEqualTo(VR.US);
        assertThat(Dictionary.keyword(0x002031AB)).contains("SourceImageIDs");
        assertThat(Dictionary.vr(Tag.PixelData)).isEqualTo(VR.OW);
    }

    @Test
    void privateTagsAreUnknownButTheirCreatorsAreText() {
        assertThat(Dictionary.vr(0x00290010)).isEqualTo(VR.LO);
        assertThat(Dictionary.vr(0x00291010)).isEqualTo(VR.UN);
        assertThat(Dictionary.keyword(0x60033000)).isEmpty();
        assertThat(Dictionary.vr(0x00090000)).isEqualTo(VR.UL);
        assertThat(Dictionary.vr(0x0010FFFF)).isEqualTo(VR.UN);
    }

    @Test
    void pixelRepresentationDecidesBetweenSignedAndUnsigned() {
        assertThat(Dictionary.vr(Tag.PixelPaddingValue, 1)).isEqualTo(VR.SS);
        assertThat(Dictionary.vr(Tag.PixelPaddingValue, 0)).isEqualTo(VR.US);
        assertThat(Dictionary.vr(Tag.Rows, 1)).isEqualTo(VR.US);
    }
}
