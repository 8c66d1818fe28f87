package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.hospitalviewer.FreshHome;
import org.junit.jupiter.api.Test;

/** Coming in, being kept out, and what happens when a session ends. */
@BrowserTest
class SessionIT {

    @Test
    void aWrongPasswordIsToldWithoutSayingWhichPartWasWrong(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        LoginPage login = LoginPage.open(visit, clinic);

        login.logIn(FreshHome.ADMIN, "not the password");

        assertThat(login.failure()).isVisible();
        assertThat(visit.page().getByText("Check the user name and the password")).isVisible();
        visit.picture("login-failed-desk");
    }

    @Test
    void theAdministratorLogsInAndSeesHowTheApplianceIs(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();

        LoginPage.open(visit, clinic).logIn(FreshHome.ADMIN, FreshHome.PASSWORD);

        DashboardPage.shownTo(visit);
    }

    @Test
    void aStrangerIsLedToTheLoginAndThenToWhereHeWantedToGo(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        String address = clinic.withPhantom().url("/viewer/" + Phantom.studyInstanceUid());

        visit.page().navigate(address);
        LoginPage.shownTo(visit).logIn(FreshHome.ADMIN, FreshHome.PASSWORD);

        ViewerPage.shownTo(visit);
        assertThat(visit.page()).hasURL(address);
    }

    @Test
    void afterLoggingOutTheImagesAreClosed(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic.withPhantom());

        worklist.logOut();
        LoginPage.shownTo(visit);
        visit.page().navigate(clinic.url("/viewer/" + Phantom.studyInstanceUid()));

        LoginPage.shownTo(visit);
    }

    @Test
    void anOpenViewerSaysThatItsSessionHasEndedAndLeadsToTheLogin(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk().expecting("401").expecting("403");
        clinic.withPhantom().admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());

        visit.profile().clearCookies();
        viewer.reopen();

        assertThat(viewer.notice()).containsText("Your session has ended");
        visit.picture("viewer-session-ended-desk");
        viewer.notice().getByRole(AriaRole.LINK).click();
        LoginPage.shownTo(visit).logIn(FreshHome.ADMIN, FreshHome.PASSWORD);
        ViewerPage.shownTo(visit);
    }

    @Test
    void anImageRefusedForTheEndedSessionLeadsToTheLoginToo(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk().expecting("401");
        clinic.withPhantom().admit(visit);
        visit.page().route("**/frames/*", route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));

        visit.page().navigate(clinic.url("/viewer/" + Phantom.studyInstanceUid()));

        ViewerPage viewer = ViewerPage.emptyFor(visit);
        assertThat(viewer.notice()).containsText("Your session has ended");
        assertThat(viewer.notice().getByRole(AriaRole.LINK)).hasText("Log in");
    }

    @Test
    void anAddressWithoutAScreenLeadsBackToTheWorklist(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk().expecting("404");
        WorklistPage.enter(visit, clinic);

        visit.page().navigate(clinic.url("/no/such/screen"));
        assertThat(visit.page().getByText("There is nothing at this address")).isVisible();
        visit.picture("not-found-desk");
        visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the worklist")).click();

        WorklistPage.shownTo(visit);
    }

    @Test
    void whoLeavesIsWarnedAndThenLoggedOut(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk().expecting("401").expecting("403");
        visit.page().clock().install();
        WorklistPage.enter(visit, clinic);

        visit.page().clock().fastForward("14:10");
        Locator warning = visit.page().getByRole(AriaRole.ALERTDIALOG);
        assertThat(warning).containsText("you will be logged out in");
        visit.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/idle-warning-desk.png")));
        visit.page().clock().fastForward("01:00");

        LoginPage.shownTo(visit);
        assertThat(visit.page().getByText("nobody used this computer")).isVisible();
    }

    @Test
    void whoIsStillThereStaysLoggedIn(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        visit.page().clock().install();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);

        visit.page().clock().fastForward("14:10");
        Locator warning = visit.page().getByRole(AriaRole.ALERTDIALOG);
        assertThat(warning).isVisible();
        visit.page().keyboard().press("Shift");
        assertThat(warning).isHidden();
        visit.page().clock().fastForward("13:00");

        assertThat(warning).isHidden();
        worklist.logOut();
        LoginPage.shownTo(visit);
    }

    @Test
    void scrollingImagesCountsAsBeingThere(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        visit.page().clock().install();
        clinic.withPhantom().admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());

        visit.page().clock().fastForward("14:10");
        assertThat(visit.page().getByRole(AriaRole.ALERTDIALOG)).isVisible();
        visit.page().mouse().wheel(0, 100);

        assertThat(visit.page().getByRole(AriaRole.ALERTDIALOG)).isHidden();
        assertThat(viewer.notice()).isHidden();
    }
}
