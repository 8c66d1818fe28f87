package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What the administrator's screens have in common. */
final class AdminPages {

    private AdminPages() {
    }

    static void assertHeading(Visit visit, String title) {
        assertThat(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title).setLevel(1)
                .setExact(true))).isVisible();
    }

    /** Goes to a room of the administration by its link. */
    static void go(Visit visit, String room) {
        visit.page().getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Administration"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(room).setExact(true)).click();
        assertHeading(visit, room);
    }

    static Locator button(Visit visit, String name) {
        return visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
