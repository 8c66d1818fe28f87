package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;

/** Users from their invitation to their end, and what the audit log knows of it. */
@BrowserTest
class UsersIT {

    private static final String CHOSEN = "a password of my own";

    @Test
    void anInvitedUserChoosesAPasswordFirstAndIsOutAsSoonAsDisabled(Visitors visitors, Clinic clinic) {
        String name = "user-" + UUID.randomUUID().toString().substring(0, 8);
        Visit admin = visitors.atDesk();
        clinic.admit(admin);
        UsersPage users = UsersPage.open(admin, clinic);
        String given = users.add(name, "Uta " + name);
        assertThat(users.user(name)).containsText("Has not chosen a password yet");

        Visit invited = visitors.atWindow(1000, 800).expecting("401").expecting("403");
        LoginPage.open(invited, clinic).logIn(name, given);
        assertThat(invited.page().getByText("This password was made for you")).isVisible();
        invited.page().navigate(clinic.url("/worklist"));
        LoginPage.choosePassword(invited, given, CHOSEN);
        LoginPage.shownTo(invited).logIn(name, CHOSEN);
        WorklistPage.shownTo(invited);

        UsersPage.open(admin, clinic);
        users.press(name, "Disable");
        users.confirm("Disable");
        assertThat(users.user(name)).containsText("Disabled");
        invited.page().navigate(clinic.url("/worklist"));
        LoginPage.shownTo(invited);
    }

    @Test
    void aKeyIsShownOnceAndWorksUntilItIsRevoked(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        visit.page().navigate(clinic.url("/account"));
        String name = "key " + UUID.randomUUID();
        AdminPages.button(visit, "Make a key").click();
        visit.page().getByLabel("What is it for?").fill(name);
        AdminPages.button(visit, "Make").click();
        String secret = visit.page().locator(".given-secret").textContent();
        AdminPages.button(visit, "I have noted it").click();

        WebCaller program = WebCaller.stranger(clinic.appliance().httpPort());
        Assertions.assertThat(program.get("/api/auth/me", "Authorization", "Bearer " + secret).statusCode()).isEqualTo(200);

        visit.page().locator("li", new Page.LocatorOptions().setHasText(name)).getByText("Revoke").click();
        visit.page().getByRole(AriaRole.ALERTDIALOG).getByText("Revoke",
                new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(visit.page().getByText(name)).hasCount(0);
        Assertions.assertThat(program.get("/api/auth/me", "Authorization", "Bearer " + secret).statusCode()).isEqualTo(401);
    }

    @Test
    void theAuditLogIsFilteredAndTakenAwayAsATable(Visitors visitors, Clinic clinic) throws IOException {
        String nobody = "nobody-" + UUID.randomUUID().toString().substring(0, 8);
        LoginPage.open(visitors.atDesk(), clinic).logIn(nobody, "not a password");
        Visit admin = visitors.atDesk();
        clinic.admit(admin);
        admin.page().navigate(clinic.url("/admin/audit"));
        AdminPages.assertHeading(admin, "Audit log");

        admin.page().getByLabel("User, address or what").fill(nobody);
        assertThat(admin.page().getByText("1 entry", new Page.GetByTextOptions().setExact(true))).isVisible();
        Download table = admin.page().waitForDownload(() -> admin.page().getByText("Export as a table").click());

        Assertions.assertThat(Files.readString(table.path())).startsWith("\ufefftime,user,action").hasLineCount(2)
                .contains("\"" + nobody + "\",\"LOGIN\",\"FAILED\"");
    }
}
