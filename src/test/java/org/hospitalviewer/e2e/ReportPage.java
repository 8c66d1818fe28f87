package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

/** The report beside the images. */
final class ReportPage {

    /** Whoever writes hears every 20 s who else does. */
    private static final double HEARD_MS = 30_000;

    private final Page page;

    private ReportPage(Page page) {
        this.page = page;
    }

    /** The images of a study with the report beside them. */
    static ReportPage open(Visit visit, Clinic clinic, String studyInstanceUid) {
        return at(visit, clinic.url("/viewer/" + studyInstanceUid + "?report"));
    }

    /** The report in a window of its own. */
    static ReportPage openAlone(Visit visit, Clinic clinic, String studyInstanceUid) {
        return at(visit, clinic.url("/viewer/" + studyInstanceUid + "?report=only"));
    }

    private static ReportPage at(Visit visit, String address) {
        visit.page().navigate(address);
        return shownTo(visit);
    }

    static ReportPage shownTo(Visit visit) {
        return in(visit.page());
    }

    private static ReportPage in(Page page) {
        ReportPage report = new ReportPage(page);
        assertThat(report.part(".body")).isVisible();
        return report;
    }

    /** Moves the report into a window of its own. */
    ReportPage moveOut() {
        return in(page.waitForPopup(() -> press("second")));
    }

    Locator part(String selector) {
        return page.locator("report-panel " + selector);
    }

    /** A text area by its name: indication, technique, findings, impression. */
    Locator text(String section) {
        return part("textarea[name=" + section + "]");
    }

    Locator state() {
        return part(".state");
    }

    /** Begins with the template that suits the study best. */
    void begin() {
        part(".choose .primary, .choose .templates button").first().click();
        assertThat(text("findings")).isEditable();
    }

    /** Types at the end of a text. */
    void type(String section, String words) {
        text(section).focus();
        page.keyboard().press("Control+End");
        page.keyboard().type(words);
    }

    void awaitSaved() {
        assertThat(part(".state.saved")).isVisible();
    }

    void press(String action) {
        part("[data-do=" + action + "]").click();
    }

    /** Signs and sees the report to be read. */
    void sign() {
        press("ask-sign");
        part("dialog [data-do=sign]").click();
        assertThat(part(".badge.final")).isVisible();
        assertThat(part(".reading")).isVisible();
    }

    void amend(String reason) {
        press("ask-amend");
        part("dialog input[name=reason]").fill(reason);
        part("dialog [data-do=amend]").click();
        assertThat(part(".badge.amended")).isVisible();
    }

    /** Somebody else writes, which is told after a while. */
    Locator awaitLock() {
        Locator lock = part(".note.lock");
        assertThat(lock).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(HEARD_MS));
        return lock;
    }

    /** A measurement or key image of the study in the list below the text. */
    Locator mark(String kind) {
        return part(".mark[data-kind=" + kind + "]");
    }

    void showTab(String name) {
        part("#tab-" + name).click();
    }
}
