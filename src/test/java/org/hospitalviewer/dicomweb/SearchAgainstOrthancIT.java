package org.hospitalviewer.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.peers.Orthanc;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The same searches asked of the appliance and of Orthanc's DICOMweb plugin with the same files. */
@ApplianceTest
// An appliance of its own: others keep more of the same studies, of which Orthanc would know nothing.
@TestPropertySource(properties = "test.appliance=of-search")
class SearchAgainstOrthancIT {

    private static final List<String> SEARCHES = List.of(
            "/studies", "/studies?PatientName=*", "/studies?PatientName=C*", "/studies?PatientName=*e*",
            "/studies?PatientName=c*", "/studies?PatientName=?o*", "/studies?PatientName=nobody",
            "/studies?00100010=*n*", "/studies?PatientID=*1*", "/studies?PatientSex=M", "/studies?PatientSex=F",
            "/studies?StudyDate=20040101-20061231", "/studies?StudyDate=-20041231", "/studies?StudyDate=20100101-",
            "/studies?StudyDate=20040119", "/studies?StudyTime=080000-120000", "/studies?StudyTime=120000-",
            "/studies?ModalitiesInStudy=CT", "/studies?ModalitiesInStudy=MR", "/studies?ModalitiesInStudy=US",
            "/studies?ModalitiesInStudy=XX", "/studies?StudyDescription=*head*", "/studies?AccessionNumber=*1*",
            "/studies?StudyID=*", "/studies?PatientBirthDate=19000101-19601231", "/series", "/series?Modality=CT",
            "/series?Modality=MR", "/series?SeriesNumber=1", "/series?SeriesDescription=*T1*",
            "/series?PatientName=*e*&Modality=US", "/instances?InstanceNumber=1", "/instances?InstanceNumber=3",
            "/instances?SOPClassUID=1.2.840.10008.5.1.4.1.1.4", "/instances?Modality=MR&InstanceNumber=2");

    /** Where the two differ, and why we stay with our answer. */
    private static final Map<String, String> ACCEPTED = Map.of(
            "/instances?InstanceNumber=1", "01 and 0001 are the number 1; Orthanc compares text",
            "/instances?InstanceNumber=3", "likewise",
            "/series?SeriesNumber=1", "likewise",
            "/studies?StudyTime=120000-", "1200 is noon; for Orthanc it comes before 120000",
            "/studies?StudyDate=-20041231", "Orthanc takes studies without a date for older than any",
            "/studies?StudyID=*", "universal matching (PS3.4 C.2.2.2.3) also fits an absent value; not in Orthanc",
            "/studies?PatientName=*e*", "accents count for nothing here; Orthanc misreads the half-width Katakana name");

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @TempDir
    private Path folder;
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void everySearchFindsWhatOrthancFinds() throws IOException {
        try (Orthanc orthanc = Orthanc.start()) {
            fill(orthanc);
            assertThat(uids(mapper.readTree(theirs(orthanc, "/studies?limit=0")), "/studies")).hasSizeGreaterThan(30);
            Map<String, String> differences = new TreeMap<>();
            Set<String> found = new HashSet<>();
            Set<String> differing = new HashSet<>();
            for (String search : SEARCHES) {
                Set<String> ours = uids(ours(search), search);
                Set<String> theirs = uids(mapper.readTree(theirs(orthanc, search)), search);
                found.addAll(theirs);
                if (!ours.equals(theirs)) {
                    differing.add(search);
                    if (!ACCEPTED.containsKey(search)) {
                        differences.put(search, difference(ours, theirs));
                    }
                }
            }
            assertThat(differing).as("accepted differences that are none any more").containsAll(ACCEPTED.keySet());
            assertThat(differences.entrySet().stream().map(Object::toString)).isEmpty();
            assertThat(found).hasSizeGreaterThan(100);
        }
    }

    /** The files that are in the archive under their own UIDs, in both. */
    private void fill(Orthanc orthanc) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String part : List.of("series-ct/head-phantom-1mm", "series-mr/t1-2d-sagittal", "modalities", "charsets")) {
            files.addAll(Samples.files(part));
        }
        for (Path file : files) {
            if (StoredSample.store(archive, file, folder).map(StoredSample::file).filter(file::equals).isPresent()) {
                orthanc.upload(file);
            }
        }
    }

    private JsonNode ours(String search) throws IOException {
        return mapper.readTree(WebCaller.text(WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD)
                .get("/dicom-web" + search)));
    }

    private static String theirs(Orthanc orthanc, String search) throws IOException {
        String text = new String(orthanc.getBytes("/dicom-web" + search), StandardCharsets.UTF_8);
        return text.isBlank() ? "[]" : text;
    }

    private static Set<String> uids(JsonNode answer, String search) {
        String tag = search.startsWith("/studies") ? "0020000D" : search.startsWith("/series") ? "0020000E" : "00080018";
        return answer.valueStream().map(entity -> entity.path(tag).path("Value").path(0).asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String difference(Set<String> ours, Set<String> theirs) {
        Set<String> onlyOurs = new TreeSet<>(ours);
        onlyOurs.removeAll(theirs);
        Set<String> onlyTheirs = new TreeSet<>(theirs);
        onlyTheirs.removeAll(ours);
        return "ours " + ours.size() + ", theirs " + theirs.size() + ", only ours "
                + onlyOurs.stream().limit(4).toList() + ", only theirs " + onlyTheirs.stream().limit(4).toList();
    }
}
