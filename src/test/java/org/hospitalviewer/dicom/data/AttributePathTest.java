package org.hospitalviewer.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributePathTest {
    private final Attributes attributes = new Attributes();
    private final BulkData wave = new BulkData(VR.OW, 100, 20);

    @BeforeEach
    void aWaveform() {
        attributes.setBulkData(Tag.PixelData, VR.OW, new BulkData(VR.OW, 200, 8));
        attributes.newSequence(Tag.WaveformSequence).addItem().setBulkData(Tag.WaveformData, VR.OW, wave);
    }

    @Test
    void aPathLeadsToTheValue() {
        String path = AttributePath.child(Tag.toString(Tag.WaveformSequence), 1, Tag.WaveformData);

        assertThat(path).isEqualTo("54000100/1/54001010");
        assertThat(AttributePath.locate(attributes, path)).contains(wave);
        assertThat(AttributePath.locate(attributes, "7FE00010")).contains(new BulkData(VR.OW, 200, 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "54000100", "54000100/1", "54000100/0/54001010", "54000100/2/54001010",
        "54000100/99999999999/54001010", "54000100/-1/54001010", "54000100/x/54001010", "7fe0001", "00100010",
        "../../../etc/passwd", "54000100/1/54001010/1/54001010", "７FE00010"})
    void aPathThatMakesNoSenseLeadsNowhere(String path) {
        assertThat(AttributePath.locate(attributes, path)).isEmpty();
    }
}
