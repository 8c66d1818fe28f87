package org.hospitalviewer.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Clashing objects as programs see them. */
@ApplianceTest
class QuarantineRestTest {

    private static final Origin SCANNER = new Origin(Origin.Door.C_STORE, "CT1", "127.0.0.1");

    @LocalServerPort
    private int port;
    @Autowired
    private Archive archive;
    @Autowired
    private AuditLog audit;
    private final ObjectMapper mapper = new ObjectMapper();

    private WebCaller admin() {
        return WebCaller.stranger(port).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private long clash(Slice slice) throws IOException {
        assertThat(archive.store(SCANNER, slice.announced(), slice.open())).isEqualTo(StoreOutcome.STORED);
        slice.with(Tag.PatientName, VR.PN, "Other^Name");
        assertThat(archive.store(SCANNER, slice.announced(), slice.open())).isEqualTo(StoreOutcome.QUARANTINED);
        for (JsonNode waiting : mapper.readTree(admin().get("/api/quarantine").body())) {
            if (waiting.get("sopInstanceUid").asString().equals(slice.sopUid())) {
                return waiting.get("id").asLong();
            }
        }
        throw new AssertionError("It does not wait");
    }

    @Test
    void aClashIsListedComparedShownDecidedAndAudited() throws Exception {
        Slice slice = Slice.alone();
        long id = clash(slice);
        String comparison = WebCaller.text(admin().get("/api/quarantine/" + id));
        assertThat(comparison).contains("\"keyword\":\"PatientName\"", "Test^Slice", "Other^Name",
                "\"samePixels\":true");
        for (String which : new String[] {"stored", "arrived"}) {
            assertThat(admin().get("/api/quarantine/" + id + "/" + which + "/picture").body()).as(which)
                    .startsWith(0x89, 'P', 'N', 'G');
        }
        assertThat(admin().post("/api/quarantine/" + id + "/decide", "{\"decision\":\"nonsense\"}").statusCode())
                .isEqualTo(400);
        assertThat(admin().post("/api/quarantine/" + id + "/decide", "{}").statusCode()).isEqualTo(400);
        assertThat(admin().post("/api/quarantine/" + id + "/decide", "{\"decision\":\"REPLACE\"}").statusCode())
                .isEqualTo(204);
        assertThat(admin().post("/api/quarantine/" + id + "/decide", "{\"decision\":\"REPLACE\"}").statusCode())
                .isEqualTo(404);
        assertThat(admin().get("/api/quarantine/" + id).statusCode()).isEqualTo(404);
        assertThat(archive.instance(slice.studyUid(), slice.seriesUid(), slice.sopUid()).orElseThrow().metadata()
                .getString(Tag.PatientName)).isEqualTo("Other^Name");
        assertThat(audit.newest(0, 30)).anySatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("DECIDE_QUARANTINE");
            assertThat(entry.resourceId()).contains(slice.sopUid(), "REPLACE", slice.studyUid(), "CT1");
        });
    }
}
