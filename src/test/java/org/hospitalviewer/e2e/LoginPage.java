package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import org.hospitalviewer.FreshHome;

/** The login screen. */
final class LoginPage {

    private final Page page;

    private LoginPage(Page page) {
        this.page = page;
    }

    /** The visitor has been led here, wherever they wanted to go. */
    static LoginPage shownTo(Visit visit) {
        assertThat(visit.page().getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Log in"))).isVisible();
        return new LoginPage(visit.page());
    }

    static LoginPage open(Visit visit, Clinic clinic) {
        visit.page().navigate(clinic.url("/login"));
        return shownTo(visit);
    }

    /** Comes in as the administrator and sees the worklist. */
    static WorklistPage enter(Visit visit, Clinic clinic) {
        open(visit, clinic).logIn(FreshHome.ADMIN, FreshHome.PASSWORD);
        DashboardPage.shownTo(visit);
        return WorklistPage.open(visit, clinic);
    }

    void logIn(String user, String password) {
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Log in")).click();
    }

    Locator failure() {
        return page.getByText("This did not work");
    }
}
