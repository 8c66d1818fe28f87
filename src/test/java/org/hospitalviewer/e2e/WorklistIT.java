package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.hospitalviewer.peers.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding a study among many. Each test has patients of its own, since all share one archive. */
@BrowserTest
class WorklistIT {

    private static final LocalDate TODAY = LocalDate.now();

    @TempDir
    private Path folder;

    @Test
    void aPartOfTheNameFindsThePatientWhateverTheCase(Visitors visitors, Clinic clinic) {
        TinyStudy.of("Nightingale^Florence").writeInto(folder);
        TinyStudy.of("Nightshade^Ada").writeInto(folder);
        clinic.receives(folder);
        WorklistPage worklist = WorklistPage.enter(visitors.atDesk(), clinic);

        worklist.filterName("nightING");

        assertThat(worklist.study("Nightingale, Florence")).isVisible();
        assertThat(worklist.study("Nightshade, Ada")).hasCount(0);

        worklist.filterName("shade, ada");
        assertThat(worklist.study("Nightshade, Ada")).isVisible();
        assertThat(worklist.study("Nightingale, Florence")).hasCount(0);
    }

    @Test
    void aPatternFindsOnlyWhatItCovers(Visitors visitors, Clinic clinic) {
        TinyStudy.of("Pattern^One").writeInto(folder);
        TinyStudy.of("Patterson^Two").writeInto(folder);
        TinyStudy.of("Old Pattern^Three").writeInto(folder);
        clinic.receives(folder);
        WorklistPage worklist = WorklistPage.enter(visitors.atDesk(), clinic);

        worklist.filterName("patter*");
        assertThat(worklist.study("Old Pattern, Three")).hasCount(0);
        assertThat(worklist.study("Pattern, One")).isVisible();
        assertThat(worklist.study("Patterson, Two")).isVisible();

        worklist.filterName("patter??^*");
        assertThat(worklist.study("Patterson, Two")).hasCount(0);
        assertThat(worklist.study("Pattern, One")).hasCount(0);
        assertThat(worklist.noMatch()).isVisible();
    }

    @Test
    void idModalityAndClearNarrowAndWidenTheList(Visitors visitors, Clinic clinic) {
        TinyStudy.of("Narrow^Ultrasound").id("NARROW-1").modality("US").on(TODAY).writeInto(folder);
        TinyStudy.of("Narrow^Magnet").id("NARROW-2").modality("MR").writeInto(folder);
        TinyStudy.of("Other^Magnet").id("ELSE-NARROW").modality("MR").writeInto(folder);
        clinic.receives(folder);
        WorklistPage worklist = WorklistPage.enter(visitors.atDesk(), clinic);

        worklist.filterId("NARROW-");
        assertThat(worklist.study("Other, Magnet")).hasCount(0);
        assertThat(worklist.study("Narrow, Ultrasound")).isVisible();

        worklist.filterModality("MR");
        assertThat(worklist.study("Narrow, Ultrasound")).hasCount(0);
        assertThat(worklist.study("Narrow, Magnet")).isVisible();

        worklist.clearFilters();
        assertThat(worklist.study("Narrow, Ultrasound")).isVisible();
    }

    @Test
    void dateQuickPicksAndRangesNarrowTheList(Visitors visitors, Clinic clinic) {
        TinyStudy.of("Dated^Today").on(TODAY).writeInto(folder);
        TinyStudy.of("Dated^Yesterday").on(TODAY.minusDays(1)).writeInto(folder);
        TinyStudy.of("Dated^Week").on(TODAY.minusDays(6)).writeInto(folder);
        TinyStudy.of("Dated^Past").on(LocalDate.of(2019, 5, 17)).writeInto(folder);
        clinic.receives(folder);
        WorklistPage worklist = WorklistPage.enter(visitors.atDesk(), clinic);
        worklist.filterName("Dated");

        worklist.pickPeriod("Today");
        assertThat(worklist.studies()).hasText(new String[] {"Dated, Today"});

        worklist.pickPeriod("Last 7 days");
        assertThat(worklist.studies()).hasCount(3);

        worklist.pickPeriod("Yesterday");
        assertThat(worklist.studies()).hasText(new String[] {"Dated, Yesterday"});

        worklist.filterDates("17/05/2019", "18/05/2019");
        assertThat(worklist.studies()).hasText(new String[] {"Dated, Past"});
        assertThat(worklist.period()).hasText("Chosen dates");

        worklist.pickPeriod("Any date");
        assertThat(worklist.studies()).hasCount(4);
    }

    @Test
    void hundredsOfStudiesScrollPageByPageNewestFirst(Visitors visitors, Clinic clinic) {
        LocalDate newest = LocalDate.of(2021, 12, 31);
        IntStream.range(0, 320).forEach(age -> TinyStudy.of("Scrolled^%03d".formatted(age)).id("S-" + age % 7)
                .on(newest.minusDays(age)).writeInto(folder));
        clinic.receives(folder);
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);

        worklist.filterName("Scrolled");
        assertThat(worklist.study("Scrolled, 000")).isVisible();
        Await.until("all are counted", Duration.ofSeconds(10), () -> worklist.size() == 320);
        assertThat(worklist.visibleNames()).startsWith("Scrolled, 000", "Scrolled, 001", "Scrolled, 002");
        assertThat(worklist.study("Scrolled, 200")).hasCount(0);
        visit.picture("worklist-filled-desk");

        worklist.scrollBy(1_000_000);

        assertThat(worklist.study("Scrolled, 319")).isVisible();
        assertThat(worklist.visibleNames()).endsWith("Scrolled, 317", "Scrolled, 318", "Scrolled, 319").isSorted();
    }

    @Test
    void theKeyboardAloneOpensAStudy(Visitors visitors, Clinic clinic) {
        TinyStudy.of("Keyboard^Only").writeInto(folder);
        clinic.receives(folder);
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);
        worklist.filterName("Keyboard, Only");
        assertThat(worklist.studies()).hasCount(1);

        worklist.walkToRows();
        visit.picture("worklist-keyboard-desk");
        visit.page().keyboard().press("Enter");

        assertThat(ViewerPage.shownTo(visit).number("sliceCount")).isEqualTo(1);
    }

    @Test
    void hostileTextsAreShownAsTheyAre(Visitors visitors, Clinic clinic) {
        String name = "<script>alert('1')</script>";
        String description = "\"><img src=x onerror=alert(2)>{{7*7}}${item.uid}";
        TinyStudy hostile = TinyStudy.of(name + "^<b>bold</b>").id("<i>'\"&amp;").description(description);
        hostile.writeInto(folder);
        clinic.receives(folder);
        Visit visit = visitors.atDesk();
        visit.page().onDialog(dialog -> {
            throw new AssertionError("A script of the patient's name ran");
        });
        WorklistPage worklist = WorklistPage.enter(visit, clinic);

        worklist.filterName("<script>");

        assertThat(worklist.study(name + ", <b>bold</b>")).isVisible();
        assertThat(worklist.cell(description)).isVisible();
        visit.picture("worklist-hostile-desk");
        ViewerPage viewer = worklist.click(worklist.study(name + ", <b>bold</b>"));
        assertThat(viewer.overlay()).containsText(name);
        assertThat(viewer.overlay()).containsText(description);
        assertThat(visit.page().locator("img[src=x], b")).hasCount(0);
        visit.picture("viewer-hostile-desk");
    }

    @Test
    void aVeryLongNameIsCutInTheListAndPushesNothingOut(Visitors visitors, Clinic clinic) {
        String family = "Longname" + "W".repeat(55);
        String shown = family + ", " + "I".repeat(60);
        TinyStudy.of(shown.replace(", ", "^")).description("D".repeat(64)).writeInto(folder);
        clinic.receives(folder);
        for (Visit visit : new Visit[] {visitors.atDesk(), visitors.onPhone()}) {
            WorklistPage worklist = WorklistPage.enter(visit, clinic);
            worklist.filterName("Longname");
            Locator link = worklist.study(shown);
            assertThat(link).isVisible();
            Screen.assertNothingIsOutside(visit);
            visit.picture("worklist-long-name-" + visit.page().viewportSize().width);

            worklist.click(worklist.study(shown));
            Screen.assertNothingIsOutside(visit);
            visit.picture("viewer-long-name-" + visit.page().viewportSize().width);
        }
    }

    @Test
    void neitherTitleNorAddressNamesThePatient(Visitors visitors, Clinic clinic) {
        TinyStudy.of("Private^Person").id("PRIVATE-ID").writeInto(folder);
        clinic.receives(folder);
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);
        worklist.filterName("Private, Person");

        worklist.click(worklist.study("Private, Person"));

        assertThat(visit.page()).hasTitle("Images");
        assertThat(visit.page().url()).doesNotContainIgnoringCase("private");
    }
}
