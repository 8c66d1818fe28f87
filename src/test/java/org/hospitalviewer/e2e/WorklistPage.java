package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.hospitalviewer.peers.Await;

/** The worklist, as a table on the desk and as cards on the phone. */
final class WorklistPage {

    private static final double SHORT_MS = 3_000;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Visit visit;
    private final Page page;

    private WorklistPage(Visit visit) {
        this.visit = visit;
        this.page = visit.page();
    }

    static WorklistPage shownTo(Visit visit) {
        WorklistPage worklist = new WorklistPage(visit);
        assertThat(worklist.grid()).isVisible();
        return worklist;
    }

    /** The administrator, who is already logged in, begins here. */
    static WorklistPage enter(Visit visit, Clinic clinic) {
        clinic.admit(visit);
        return open(visit, clinic);
    }

    static WorklistPage open(Visit visit, Clinic clinic) {
        visit.page().navigate(clinic.url("/worklist"));
        return shownTo(visit);
    }

    Locator grid() {
        return page.locator("vaadin-grid.worklist-grid");
    }

    Locator empty() {
        return page.getByText("No studies yet");
    }

    Locator noMatch() {
        return page.getByText("No study matches the filters");
    }

    /** The link of a study, by the patient's name exactly as the list shows it. */
    Locator study(String patientName) {
        return exactly(page.locator("a.study-link"), patientName);
    }

    /** The link of the phantom, whose patient has other studies too. */
    Locator phantom() {
        return page.locator("a.study-link[href$='" + Phantom.studyInstanceUid() + "']:visible");
    }

    /** The mark of studies that are to be published, in the table. */
    Locator toBePublished() {
        return page.locator("vaadin-icon.publish-mark:visible");
    }

    /** The links of studies of everybody but this patient. */
    Locator studiesOfOthers(String patientName) {
        return studies().filter(new Locator.FilterOptions().setHasNotText(patientName));
    }

    /** The links of all studies that are on the screen or near it. */
    Locator studies() {
        return page.locator("a.study-link:visible");
    }

    /** A cell by its exact text, such as a number of images. */
    Locator cell(String text) {
        return exactly(page.locator("vaadin-grid-cell-content"), text);
    }

    private static Locator exactly(Locator all, String exactText) {
        Pattern text = Pattern.compile("^\\s*" + exactText.replaceAll("[^\\w\\s]", "\\\\$0") + "\\s*$");
        return all.filter(new Locator.FilterOptions().setHasText(text).setVisible(true));
    }

    /** Names of the rows that are on the screen now, from the top. */
    @SuppressWarnings("unchecked")
    List<String> visibleNames() {
        return (List<String>) grid().evaluate("""
                grid => {
                  const frame = grid.getBoundingClientRect();
                  return [...grid.querySelectorAll('a.study-link')]
                    .map(link => ({box: link.getBoundingClientRect(), name: link.textContent.trim()}))
                    .filter(({box}) => box.height > 0 && box.bottom > frame.top && box.top < frame.bottom)
                    .sort((a, b) => a.box.top - b.box.top)
                    .map(({name}) => name);
                }""");
    }

    /** How many studies the list holds, seen or not. */
    int size() {
        return (int) grid().evaluate("grid => grid._flatSize");
    }

    void scrollBy(int pixels) {
        grid().hover();
        page.mouse().wheel(0, pixels);
    }

    void filterName(String text) {
        field("Patient name").fill(text);
    }

    Locator id() {
        return field("Patient ID");
    }

    void filterId(String text) {
        id().fill(text);
    }

    void filterModality(String modality) {
        field("Modality").fill(modality);
        field("Modality").press("Enter");
    }

    void pickPeriod(String period) {
        page.locator("vaadin-select.filter-period").click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(period).setExact(true)).click();
    }

    /** What the choice of the period says. */
    Locator period() {
        return page.locator("vaadin-select.filter-period vaadin-select-value-button");
    }

    /** Goes from the filters into the table by the keyboard, to its first row. */
    void walkToRows() {
        field("Patient name").focus();
        for (int step = 0; step < 30 && !isInRows(); step++) {
            page.keyboard().press("Tab");
        }
    }

    private boolean isInRows() {
        return (boolean) grid().evaluate("grid => grid.shadowRoot.activeElement?.closest('tbody') != null");
    }

    /** Days as the reader types them. */
    void filterDates(String from, String to) {
        typeDate("From", from);
        typeDate("To", to);
    }

    private void typeDate(String label, String day) {
        field(label).fill(day);
        field(label).press("Enter");
    }

    private Locator field(String label) {
        return page.getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    void clearFilters() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clear filters")).click();
    }

    ViewerPage click(Locator study) {
        untilItRests(() -> study.click(new Locator.ClickOptions().setTimeout(SHORT_MS)));
        return ViewerPage.shownTo(visit);
    }

    ViewerPage tap(Locator study) {
        untilItRests(() -> study.tap(new Locator.TapOptions().setTimeout(SHORT_MS)));
        return ViewerPage.shownTo(visit);
    }

    /** A study that arrives moves the rows: the link that was found may be another row's by then. */
    private static void untilItRests(Runnable action) {
        Await.until("a study can be opened", PATIENCE, () -> {
            action.run();
            return true;
        });
    }

    void logOut() {
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Account of")).click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Log out")).click();
    }
}
