package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.io.Part10;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The appliance is killed while a browser brings a large image. */
@BrowserTest
class UploadAfterCrashIT {

    private static final String PIECES = "**/api/uploads/*?offset=*";
    private static final int LARGE_ROWS = 2_100;

    @TempDir
    private Path folder;

    @Test
    void theBrowserGoesOnWhereItWasAfterTheLogin(Visitors visitors) throws Exception {
        Clinic clinic = Clinic.open();
        try {
            Visit visit = visitors.atDesk().expecting("ERR_CONNECTION|ERR_FAILED|ERR_EMPTY|Failed to load resource|WebSocket")
                    .expecting("answer: 40[13]");
            clinic.admit(visit);
            UploadPage upload = UploadPage.open(visit, clinic, "");
            List<Route> pieces = new CopyOnWriteArrayList<>();
            visit.page().route(PIECES, pieces::add);
            Slice slice = Slice.of(Slice.newUid(), Slice.newUid(), 1, LARGE_ROWS);
            Path large = slice.writeInto(folder);
            upload.chooseFiles(large);
            visit.page().waitForCondition(() -> pieces.size() == 1);
            pieces.getFirst().resume();
            visit.page().waitForCondition(() -> pieces.size() == 2);
            clinic.appliance().kill();
            pieces.get(1).abort("connectionfailed");
            assertThat(upload.desk("[data-hold=away]")).containsText("The appliance does not answer");

            clinic = clinic.again();
            LoginPage.shownTo(visit).logIn(FreshHome.ADMIN, FreshHome.PASSWORD);
            upload = UploadPage.shownTo(visit);
            assertThat(upload.desk("[data-note=unfinished]")).containsText("One file was not finished earlier");
            visit.page().unroute(PIECES);
            List<String> again = new CopyOnWriteArrayList<>();
            visit.page().onRequest(request -> again.add(request.url()));
            upload.chooseFiles(large);
            upload.untilDone();
            upload.assertCount("IMPORTED", 1);
            assertThat(again).anyMatch(url -> url.contains("?offset=")).noneMatch(url -> url.endsWith("?offset=0"));
            assertThat(dataSet(clinic, slice)).isEqualTo(slice.dataSet());
        } finally {
            clinic.close();
        }
    }

    private static byte[] dataSet(Clinic clinic, Slice slice) throws IOException {
        byte[] file = clinic.appliance().get("/dicom-web/studies/" + slice.studyUid() + "/series/" + slice.seriesUid()
                + "/instances/" + slice.sopUid(), "Accept", "application/dicom; transfer-syntax=*").body();
        return Part10.open(new ByteArrayInputStream(file)).dataSet().readAllBytes();
    }
}
