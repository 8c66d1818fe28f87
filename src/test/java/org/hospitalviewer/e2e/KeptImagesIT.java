package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the viewer has in the browser: true to the archive, there while the server is away, gone at the login. */
@BrowserTest
class KeptImagesIT {

    private static final String KEPT = """
            async () => {
              const names = (await indexedDB.databases()).map(({ name }) => name);
              const counts = await Promise.all(names.map(name => new Promise(resolve => {
                const request = indexedDB.open(name);
                request.onsuccess = () => {
                  if (!request.result.objectStoreNames.contains('answers')) {
                    request.result.close();
                    resolve(0);
                    return;
                  }
                  const rows = request.result.transaction('answers').objectStore('answers').getAllKeys();
                  rows.onsuccess = () => {
                    request.result.close();
                    resolve(rows.result.filter(([, address]) => address.includes('/frames/')).length);
                  };
                };
              })));
              return counts.reduce((sum, count) => sum + count, 0);
            }""";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private static Slice slice(Slice first, int number) {
        return Slice.of(first.studyUid(), first.seriesUid(), number, 64)
                .with(Tag.ImagePositionPatient, VR.DS, "0", "0", Integer.toString(number))
                .with(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0");
    }

    private Slice sent(Clinic clinic, Slice slice) throws IOException {
        clinic.receives(slice.writeInto(folder));
        return slice;
    }

    /** Changes that were told only now would drop what an open viewer has kept: those of a later study are waited for. */
    private Slice firstOfThree(Clinic clinic) throws IOException {
        Slice any = Slice.of(Slice.newUid(), Slice.newUid(), 1, 64);
        Slice first = sent(clinic, slice(any, 1));
        sent(clinic, slice(first, 2));
        sent(clinic, slice(first, 3));
        sentAndTold(clinic, Slice.alone());
        assertThat(clinic.appliance().get("/dicom-web/studies/" + first.studyUid() + "/instances").statusCode())
                .isEqualTo(200);
        return first;
    }

    private void sentAndTold(Clinic clinic, Slice slice) throws IOException {
        String known = changes(clinic, "").replaceAll(".*\"last\":(\\d+).*", "$1");
        sent(clinic, slice);
        Await.until("the change is told", PATIENCE,
                () -> changes(clinic, "?since=" + known).contains(slice.studyUid()));
    }

    private static String changes(Clinic clinic, String since) throws IOException {
        return WebCaller.text(clinic.appliance().get("/api/changes" + since, "Accept", "application/json"));
    }

    private static void waitUntilKept(Page page, int frames) {
        waitUntil(page, "async () => await (" + KEPT + ")() === " + frames);
    }

    private static void waitUntilPageIsKept(Page page) {
        waitUntil(page, "async () => (await caches.match('/viewer/')) !== undefined");
    }

    /** For questions that the browser answers later: Playwright's own waiting takes any promise for a yes. */
    private static void waitUntil(Page page, String question) {
        Await.until(question, PATIENCE, () -> (boolean) page.evaluate(question));
    }

    @Test
    void aSliceThatArrivesIsThereWithoutAReloadAndTheReaderStaysWhereHeIs(Visitors visitors, Clinic clinic)
            throws IOException {
        Slice first = firstOfThree(clinic);
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, first.studyUid());
        viewer.press("End");
        viewer.waitForSlice(2);
        viewer.press("i");

        sent(clinic, slice(first, 0));

        viewer.waitUntil("state => state.sliceCount === 4 && state.sliceIndex === 3 && state.isInverted");
        viewer.press("Home");
        viewer.waitForSlice(0);
    }

    @Test
    void aStudySeenBeforeOpensWhileTheServerIsAwayAndTheViewerRecovers(Visitors visitors, Clinic clinic)
            throws IOException {
        Slice first = firstOfThree(clinic);
        Visit visit = visitors.atDesk().expecting("ERR_INTERNET_DISCONNECTED");
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, first.studyUid());
        waitUntilKept(visit.page(), 3);
        waitUntilPageIsKept(visit.page());

        visit.profile().setOffline(true);
        ViewerPage.open(visit, clinic, first.studyUid());
        viewer.waitUntil("state => state.sliceCount === 3 && state.requestedCount === 3");
        assertThat(viewer.strip()).containsText("server cannot be reached");
        visit.picture("viewer-server-away-desk");
        viewer.press("End");
        viewer.waitForSlice(2);

        visit.profile().setOffline(false);
        assertThat(viewer.strip()).hasCount(0);
        sent(clinic, slice(first, 4));
        viewer.waitUntil("state => state.sliceCount === 4");
    }

    @Test
    void whatIsInTheBrowserIsNotAskedForAgainUntilTheStudyChanges(Visitors visitors, Clinic clinic) throws IOException {
        Slice first = firstOfThree(clinic);
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        ViewerPage.open(visit, clinic, first.studyUid());
        waitUntilKept(visit.page(), 3);
        int[] asked = {0};
        visit.page().route("**/frames/*", route -> {
            asked[0]++;
            route.resume();
        });

        ViewerPage.open(visit, clinic, first.studyUid()).waitUntil("state => state.requestedCount === 3");
        // The first picture is not waited for: it may be asked for while the browser opens what it has.
        assertThat(asked[0]).isLessThanOrEqualTo(1);

        asked[0] = 0;
        visit.page().navigate(clinic.url("/worklist"));
        sentAndTold(clinic, slice(first, 4));
        ViewerPage.open(visit, clinic, first.studyUid()).waitUntil("state => state.requestedCount === 4");
        waitUntilKept(visit.page(), 4);
        assertThat(asked[0]).as("what came before the change was told is asked for again").isBetween(4, 5);
    }

    @Test
    void nothingStaysInTheBrowserAfterLoggingOut(Visitors visitors, Clinic clinic) throws IOException {
        Slice first = firstOfThree(clinic);
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        ViewerPage.open(visit, clinic, first.studyUid());
        waitUntilKept(visit.page(), 3);
        waitUntilPageIsKept(visit.page());

        WorklistPage worklist = WorklistPage.open(visit, clinic);
        assertThat(worklist.studies().first()).isVisible();
        worklist.logOut();

        assertThat(LoginPage.shownTo(visit).failure()).isHidden();
        waitUntil(visit.page(), "async () => (await indexedDB.databases()).length === 0"
                + " && await caches.match('/viewer/') === undefined");
    }
}
