package org.hospitalviewer.archive.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.dicom.json.DicomJson;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;

class DicomJsonReaderTest {

    private static byte[] json(Attributes dataSet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DicomJson.write(dataSet, out, (_, path, _) -> Optional.of("bulkdata/" + path));
        return out.toByteArray();
    }

    /** The text is UTF-8 anyway. */
    private static String withoutCharacterSets(byte[] json) {
        return new String(json, StandardCharsets.UTF_8).replaceAll("\"00080005\":\\{[^}]*},?", "");
    }

    /** What was read says the same in JSON again: nothing is lost that JSON can say. */
    @Test
    void everySampleSurvivesTheWayThroughJson() throws IOException {
        int read = 0;
        for (String part : List.of("modalities", "charsets", "transfer-syntaxes")) {
            for (Path file : Samples.files(part)) {
                try {
                    byte[] sent = json(Part10File.open(file).header());
                    Attributes received = DicomJsonReader.readOne(new ByteArrayInputStream(sent), JsonLimits.METADATA);
                    assertThat(withoutCharacterSets(json(received))).as(file.toString())
                            .isEqualTo(withoutCharacterSets(sent));
                    read++;
                } catch (DicomFormatException e) {
                    continue; // no sample of ours is to be read whole
                }
            }
        }
        assertThat(read).isGreaterThan(60);
    }

    @Test
    void anArrayIsReadOneByOne() throws IOException {
        List<String> uids = new ArrayList<>();
        byte[] array = """
                [ {"0020000D": {"Value": ["1.2"], "vr": "UI"}}, {"0020000D": {"vr": "UI", "Value": [null]}}, {} ]"""
                .getBytes(StandardCharsets.UTF_8);
        DicomJsonReader.readArray(new ByteArrayInputStream(array), JsonLimits.SEARCH,
                one -> uids.add(one.getString(Tag.StudyInstanceUID, "none")));
        assertThat(uids).containsExactly("1.2", "none", "none");
    }
}
