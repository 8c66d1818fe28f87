package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;

/** The screen of the first start. */
final class SetupPage {

    private final Page page;

    private SetupPage(Page page) {
        this.page = page;
    }

    static SetupPage shownTo(Visit visit) {
        SetupPage setup = new SetupPage(visit.page());
        assertThat(setup.create()).isVisible();
        return setup;
    }

    static SetupPage open(Visit visit, Clinic clinic) {
        visit.page().navigate(clinic.url("/setup"));
        return shownTo(visit);
    }

    void submit(String fullName, String user, String password, String repeated) {
        field("Full name").fill(fullName);
        field("User name").fill(user);
        field("Password").fill(password);
        field("Password again").fill(repeated);
        create().click();
    }

    /** The sentence at a field that was filled in wrongly. */
    Locator complaintAt(String label) {
        return page.locator("[slot=error-message]:visible").and(page.locator(
                "vaadin-text-field:has(label:text-is('%1$s')) > *, vaadin-password-field:has(label:text-is('%1$s')) > *"
                        .formatted(label)));
    }

    LoginPage goToLogin(Visit visit) {
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("To the login")).click();
        return LoginPage.shownTo(visit);
    }

    private Locator create() {
        return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Create administrator"));
    }

    private Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }
}
