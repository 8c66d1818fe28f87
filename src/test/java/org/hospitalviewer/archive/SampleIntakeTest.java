package org.hospitalviewer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Real files of many makers: none is refused but for a reason that holds. */
@ApplianceTest
class SampleIntakeTest {

    private static final Origin IMPORT = new Origin(Origin.Door.IMPORT, "samples", "");
    /** An archive of studies cannot keep what belongs to no study, nor a UID of 67 characters (PS3.5 9.1). */
    private static final Map<String, String> RIGHTLY_REFUSED = Map.ofEntries(
            Map.entry("charsets/chrSQEncoding.dcm", "SOP Class UID is missing"),
            Map.entry("charsets/chrSQEncoding1.dcm", "SOP Class UID is missing"),
            Map.entry("modalities/color-palette-hotiron.dcm", "Study Instance UID is missing"),
            Map.entry("modalities/hanging-protocol.dcm", "Study Instance UID is missing"),
            Map.entry("modalities/sm-140frames-tiled.dcm", "Study Instance UID is missing"),
            Map.entry("transfer-syntaxes/colour-small/jpegls-ilv0.dcm", "SOP Instance UID is missing"),
            Map.entry("transfer-syntaxes/colour-small/jpegls-ilv1.dcm", "SOP Instance UID is missing"),
            Map.entry("transfer-syntaxes/colour-small/jpegls-ilv2.dcm", "SOP Instance UID is missing"),
            Map.entry("transfer-syntaxes/htj2k/rgb-htj2k-203.dcm", "Study Instance UID is missing"),
            Map.entry("transfer-syntaxes/htj2k/rgb-htj2k-lossless-201.dcm", "Study Instance UID is missing"),
            Map.entry("modalities/enhanced-mr-j2k-fragments.dcm",
                    "SOP Instance UID is not a UID of 64 characters at most"));

    @Autowired
    private Archive archive;
    @Autowired
    private Home home;

    /** What became of a file: the outcome, or why it was refused. */
    private String store(Path file) throws IOException {
        Attributes header = Part10File.open(file).header();
        try (InputStream in = Files.newInputStream(file)) {
            Part10.Opened opened = Part10.open(in);
            AnnouncedInstance announced = new AnnouncedInstance(header.getString(Tag.SOPClassUID),
                    header.getString(Tag.SOPInstanceUID), opened.meta().transferSyntaxUid());
            return archive.store(IMPORT, announced, opened.dataSet()).name();
        } catch (RefusedException refused) {
            return refused.getMessage();
        }
    }

    @Test
    void everyWellFormedSampleIsTakenOrRefusedForAReason() throws Exception {
        Map<String, String> refused = new TreeMap<>();
        for (String folder : List.of("series-ct", "series-mr", "modalities", "transfer-syntaxes", "charsets",
                "dicomdir")) {
            for (Path file : Samples.files(folder)) {
                String outcome = store(file);
                if (!List.of("STORED", "DUPLICATE", "QUARANTINED").contains(outcome)) {
                    refused.put(Samples.root().relativize(file).toString().replace('\\', '/'), outcome);
                }
            }
        }
        assertThat(refused).containsExactlyInAnyOrderEntriesOf(RIGHTLY_REFUSED);
    }

    @Test
    void namesInTheirCharacterSetsAreFoundAndShown() throws Exception {
        Map<String, String> names = Map.of(
                "chrRuss.dcm", "\u041B\u044E\u043Ace\u043C\u0431yp\u0433",
                "chrGreek.dcm", "\u0394\u03B9\u03BF\u03BD\u03C5\u03C3\u03B9\u03BF\u03C2",
                "chrGerm.dcm", "\u00C4neas^R\u00FCdiger",
                "chrX1.dcm", "Wang^XiaoDong=\u738B^\u5C0F\u6771");
        for (Map.Entry<String, String> name : names.entrySet()) {
            Path file = Samples.path("charsets/" + name.getKey());
            store(file);
            String group = name.getValue().replaceFirst("=.*", "");
            for (Match match : List.of(new Match.Equal(Tag.PatientName, group),
                    new Match.WildCard(Tag.PatientName, "*" + name.getValue().substring(3) + "*"))) {
                assertThat(archive.find(ArchiveQuery.of(QueryLevel.STUDY, List.of(match), 0, 50)))
                        .as(name.getKey()).extracting(study -> study.getString(Tag.PatientName))
                        .anyMatch(found -> found.startsWith(name.getValue()));
            }
        }
    }

    /** Whatever hostile or broken files contain, each is taken whole or refused, and the archive goes on. */
    @Test
    void malformedFilesLeaveNothingHalfDone() throws Exception {
        List<String> outcomes = new ArrayList<>();
        for (Path file : Samples.files("malformed")) {
            try {
                outcomes.add(store(file));
            } catch (IOException unreadable) {
                outcomes.add("not sent: " + unreadable.getMessage());
            }
        }
        assertThat(outcomes).hasSizeGreaterThan(100).contains("STORED");
        assertThat(home.archive().resolve(".incoming")).isEmptyDirectory();
        Slice slice = Slice.alone();
        assertThat(archive.store(IMPORT, slice.announced(), slice.open())).isEqualTo(StoreOutcome.STORED);
        assertThat(archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid())).isPresent();
    }
}
