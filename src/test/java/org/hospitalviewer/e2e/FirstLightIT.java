package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the first start to the first image: a story told in order, on an appliance of its own. */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstLightIT {

    private static final Logger LOG = LoggerFactory.getLogger(FirstLightIT.class);
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

    private static Clinic clinic;

    @BeforeAll
    static void unpack() {
        clinic = Clinic.unpack();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        clinic.close();
    }

    @Test
    @Order(1)
    void theFirstVisitorIsLedToTheSetupWhichNamesWrongEntriesAtTheirFields(Visitors visitors) {
        Visit visit = visitors.atDesk();
        visit.page().navigate(clinic.url("/"));
        SetupPage setup = SetupPage.shownTo(visit);
        visit.picture("setup-desk");

        setup.submit("Head Admin", FreshHome.ADMIN, FreshHome.PASSWORD, "something else");
        assertThat(setup.complaintAt("Password again")).hasText("The two passwords differ.");

        setup.submit("Head Admin", FreshHome.ADMIN, "short", "short");
        assertThat(setup.complaintAt("Password")).hasText("At least 10 characters, and not the user name.");
        assertThat(setup.complaintAt("Password again")).hasCount(0);

        setup.submit("Head Admin", "a b", FreshHome.PASSWORD, FreshHome.PASSWORD);
        assertThat(setup.complaintAt("User name")).hasText("2 to 100 letters, digits, dots, dashes or underscores.");
        assertThat(setup.complaintAt("Password")).hasCount(0);
        visit.picture("setup-wrong-name-desk");
    }

    @Test
    @Order(2)
    void theSetupMakesTheAdministratorWhoThenLogsInToAnEmptyWorklist(Visitors visitors) {
        Visit visit = visitors.atDesk();
        SetupPage setup = SetupPage.open(visit, clinic);

        setup.submit("Head Admin", FreshHome.ADMIN, FreshHome.PASSWORD, FreshHome.PASSWORD);
        visit.page().getByText("All set").waitFor();
        visit.picture("setup-done-desk");
        setup.goToLogin(visit).logIn(FreshHome.ADMIN, FreshHome.PASSWORD);

        DashboardPage.shownTo(visit);
        assertThat(WorklistPage.open(visit, clinic).empty()).isVisible();
        assertThat(visit.page().getByText("Head Admin")).isVisible();
        visit.picture("worklist-empty-desk");
    }

    @Test
    @Order(3)
    void theSetupIsClosedAfterwards(Visitors visitors) {
        Visit visit = visitors.atDesk();

        visit.page().navigate(clinic.url("/setup"));

        LoginPage.shownTo(visit);
    }

    @Test
    @Order(4)
    void aStudyAppearsInTheOpenWorklistByItselfAndAClickShowsItsImages(Visitors visitors) {
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);
        assertThat(worklist.empty()).isVisible();

        CompletableFuture<Long> known = CompletableFuture.supplyAsync(FirstLightIT::whenTheArchiveKnowsAStudy);
        CompletableFuture<Long> sent = CompletableFuture.supplyAsync(FirstLightIT::whenThePhantomIsSent);
        assertThat(worklist.study("HEAD")).isVisible(PATIENTLY);
        long seen = System.nanoTime();
        assertThat(worklist.cell("40")).isVisible(PATIENTLY);
        long complete = System.nanoTime();
        LOG.info("The study is seen {} ms after its first image is known; all 40 images {} ms after the last was sent",
                Duration.ofNanos(seen - known.join()).toMillis(), Duration.ofNanos(complete - sent.join()).toMillis());
        visit.picture("worklist-one-study-desk");

        ViewerPage viewer = worklist.click(worklist.phantom());
        assertThat(viewer.number("sliceCount")).isEqualTo(40);
        assertThat(viewer.overlay()).containsText("HEAD");
        visit.picture("viewer-desk");
    }

    private static long whenThePhantomIsSent() {
        clinic.receives(Samples.path(Clinic.PHANTOM));
        return System.nanoTime();
    }

    private static long whenTheArchiveKnowsAStudy() {
        Await.until("a study is known", Duration.ofSeconds(60), () -> {
            HttpResponse<byte[]> found = clinic.appliance().get("/dicom-web/studies");
            return new String(found.body(), StandardCharsets.UTF_8).contains("0020000D");
        });
        return System.nanoTime();
    }
}
