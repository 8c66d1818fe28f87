package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports beside the images: nothing typed is lost, nobody overwrites anybody. */
@BrowserTest
class ReportPanelIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)> \u05d9\u05de\u05d9\u05df \ud83e\ude7b </textarea>";
    private static final int LONGEST = 60_000;
    private static final Duration PRINT_PATIENCE = Duration.ofSeconds(60);

    private static Clinic clinic;
    private static String printed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openClinic() {
        clinic = Clinic.withDemo();
        Await.until("the demo users are printed", PRINT_PATIENCE,
                () -> clinic.appliance().output().matches("(?s).*demo-viewer\\s+\\S+\\R.*"));
        printed = clinic.appliance().output();
        Await.until("the demo studies are there", PRINT_PATIENCE,
                () -> WebCaller.text(clinic.appliance().get("/dicom-web/studies")).contains("Demo^CT Head"));
    }

    @AfterAll
    static void closeClinic() throws InterruptedException {
        clinic.close();
    }

    private static void enterAs(Visit visit, String demoUser) {
        Matcher password = Pattern.compile(demoUser + "\\s+(\\S+)").matcher(printed);
        assertThat(password.find()).isTrue();
        LoginPage.open(visit, clinic).logIn(demoUser, password.group(1));
        visit.page().waitForURL(address -> !address.contains("/login"));
    }

    private String sent(TinyStudy study) {
        clinic.receives(study.writeInto(folder));
        return study.studyInstanceUid();
    }

    @Test
    void whatWasTypedSurvivesAKilledServerIsSignedAmendedAndCompared(Visitors visitors) throws InterruptedException {
        String study = sent(TinyStudy.of("Written^Here").id("R-1").modality("CT"));
        Visit visit = visitors.atKeepingDesk().expecting("ERR_").expecting("401|403").expecting("fetch");
        clinic.admit(visit);
        ReportPage report = ReportPage.open(visit, clinic, study);
        report.begin();
        report.text("findings").fill("At the server.");
        report.part("select[name=physician]").selectOption(new SelectOption().setLabel("Demo radiologist"));
        report.awaitSaved();

        clinic.appliance().kill();
        report.type("findings", " In the browser.");
        assertThat(report.state()).containsText("Your text is kept in this browser.");
        clinic = clinic.again();
        clinic.admit(visit);
        report = ReportPage.open(visit, clinic, study);

        assertThat(report.part(".note.recovered")).containsText("Recovered");
        assertThat(report.text("findings")).hasValue("At the server. In the browser.");
        assertThat(report.part("select[name=physician] option:checked")).hasText("Demo radiologist");
        report.sign();
        assertThat(report.part(".reading")).containsText("At the server. In the browser.");
        report.press("begin-amendment");
        report.text("findings").fill("At the server. In the archive.");
        report.amend("Word mistaken");
        report.showTab("versions");
        assertThat(report.part(".versions")).containsText("Word mistaken");
        assertThat(report.part(".differences del")).containsText("browser");
        assertThat(report.part(".differences ins")).containsText("archive");
        Accessibility.assertNothingSerious(visit);
        visit.picture("report-versions");
    }

    @Test
    void twoReadersInOneReportSeeEachOtherAndNeitherIsOverwritten(Visitors visitors) {
        String study = sent(TinyStudy.of("Shared^Report").id("R-2").modality("CT"));
        Visit first = visitors.atKeepingDesk().expecting("409");
        clinic.admit(first);
        ReportPage mine = ReportPage.open(first, clinic, study);
        mine.begin();
        mine.text("findings").fill("Findings of the first.");
        mine.awaitSaved();

        Visit second = visitors.atKeepingDesk();
        enterAs(second, "demo-radiologist");
        ReportPage theirs = ReportPage.open(second, clinic, study);
        assertThat(theirs.awaitLock()).containsText("has been writing since");
        assertThat(theirs.text("impression")).not().isEditable();
        theirs.press("take-over");
        assertThat(theirs.text("impression")).isEditable();
        theirs.text("impression").fill("Impression of the second.");
        theirs.press("save");
        theirs.awaitSaved();

        mine.awaitLock();
        assertThat(mine.text("findings")).not().isEditable();
        first.picture("report-taken-over");
        mine.press("take-over");
        assertThat(mine.part(".conflict")).isVisible();
        assertThat(mine.part(".conflict ins").first()).isVisible();
        Accessibility.assertNothingSerious(first);
        mine.press("settle");
        assertThat(mine.text("findings")).hasValue("Findings of the first.");
        assertThat(mine.text("impression")).hasValue("Impression of the second.");
        mine.sign();
        assertThat(mine.part(".reading")).containsText("Impression of the second.");
    }

    @Test
    void measurementsAndKeyImagesAreTakenOverByAClickAndReferringDoctorsReadWhatIsSigned(Visitors visitors) {
        Visit visit = visitors.atKeepingDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);
        worklist.study("Demo, CT Head").click();
        ViewerPage viewer = ViewerPage.shownTo(visit);
        String address = visit.page().url();
        String study = address.substring(address.lastIndexOf('/') + 1);
        visit.page().keyboard().press("F2");
        ReportPage report = ReportPage.shownTo(visit);
        report.begin();
        viewer.element().click();
        viewer.press("l");
        new MeasuringPage(visit, viewer).drag(new double[] {100, 100}, new double[] {140, 130});
        viewer.press("k");
        report.text("findings").fill("Lesion.");
        report.mark("length").locator(".insert").click();
        assertThat(report.text("findings")).hasValue(Pattern.compile(
                "Lesion\\. Length \\d+\\.\\d mm \\(series 1, image \\d+\\)"));
        report.mark("key-image").locator(".insert").click();
        Locator thumbnail = report.part(".key-image img");
        assertThat(thumbnail).isVisible();
        int marked = viewer.slice();
        viewer.press("End");
        report.part(".key-image .picture").click();
        viewer.waitForSlice(marked);

        readsNothing(visitors, study);
        report.part(".key-image input").fill(HOSTILE);
        report.text("indication").fill(HOSTILE);
        report.text("technique").fill("x".repeat(LONGEST));
        report.awaitSaved();
        report.sign();
        assertThat(report.part(".reading")).containsText(HOSTILE);
        assertThat(report.part(".key-image .caption")).hasText(HOSTILE);
        Accessibility.assertNothingSerious(visit);
        readsOnAPhone(visitors, study);
    }

    private static void readsNothing(Visitors visitors, String study) {
        Visit doctor = visitors.atDesk();
        enterAs(doctor, "demo-viewer");
        assertThat(ReportPage.open(doctor, clinic, study).part(".body")).containsText("no signed report");
    }

    private static void readsOnAPhone(Visitors visitors, String study) {
        Visit doctor = visitors.onPhone();
        enterAs(doctor, "demo-viewer");
        ReportPage report = ReportPage.open(doctor, clinic, study);
        assertThat(report.part(".reading")).containsText(HOSTILE);
        assertThat(report.part("[data-do]:visible:not([data-do=close])")).hasCount(0);
        assertThat((boolean) doctor.page().evaluate("""
                () => document.documentElement.scrollWidth <= innerWidth
                    && document.querySelector('report-panel').getBoundingClientRect().width === innerWidth""")).isTrue();
        doctor.picture("report-phone");
        assertThat(ReportPage.openAlone(doctor, clinic, study).part(".reading")).containsText(HOSTILE);
    }

    @Test
    void aWindowOfItsOwnTakesOverWhatIsMarkedAndHearsOfAnotherWindow(Visitors visitors) throws IOException {
        HttpResponse<byte[]> answer = WebCaller.stranger(clinic.appliance().httpPort())
                .as(FreshHome.ADMIN, FreshHome.PASSWORD).post("/api/report-snippets",
                        "{\"shortcut\": \".lungs\", \"text\": \"The lungs are clear.\"}");
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isEqualTo(201);
        String study = sent(TinyStudy.of("Two^Windows").id("R-4").modality("CR"));
        Visit visit = visitors.atKeepingDesk().expecting("409");
        clinic.admit(visit);
        ReportPage beside = ReportPage.open(visit, clinic, study);
        beside.begin();
        beside.text("findings").fill("");
        beside.type("findings", "Seen: .lungs ");
        assertThat(beside.text("findings")).hasValue("Seen: The lungs are clear. ");
        beside.awaitSaved();

        ReportPage alone = beside.moveOut();
        assertThat(alone.text("findings")).hasValue("Seen: The lungs are clear. ");
        ViewerPage.shownTo(visit).press("k");
        alone.mark("key-image").locator(".insert").click();
        assertThat(alone.part(".key-image img")).isVisible();
        alone.awaitSaved();

        ReportPage again = ReportPage.open(visit, clinic, study);
        again.type("findings", "Here.");
        again.awaitSaved();
        alone.type("findings", "There.");
        assertThat(alone.part(".conflict ins")).hasText(Pattern.compile("There"));
        alone.part(".conflict input[value=both]").first().check();
        alone.press("settle");
        assertThat(alone.text("findings")).hasValue(Pattern.compile("Here\\.[\\s\\S]*There\\.|There\\.[\\s\\S]*Here\\."));
        alone.awaitSaved();
    }

    @Test
    void earlierStudiesOfThePatientAreReadAndShownBeside(Visitors visitors) {
        String earlier = sent(TinyStudy.of("Again^Here").id("R-3").description("Earlier one"));
        String study = sent(TinyStudy.of("Again^Here").id("R-3").description("Newer one"));
        sent(TinyStudy.of("Other^Patient").id("R-33").description("Of somebody else"));
        Visit visit = visitors.atDesk();
        LoginPage.open(visit, clinic).logIn(FreshHome.ADMIN, FreshHome.PASSWORD);
        DashboardPage.shownTo(visit);
        ReportPage report = ReportPage.open(visit, clinic, study);
        report.showTab("earlier");
        assertThat(report.part(".earlier")).containsText("Earlier one");
        assertThat(report.part(".earlier > li")).hasCount(1);
        report.press("beside");
        assertThat(visit.page().locator(".prior dicom-viewer")).hasAttribute("study", earlier);
        visit.page().waitForFunction("() => document.querySelector('.prior dicom-viewer').state?.sopInstanceUID");
        visit.picture("report-prior-beside");
        visit.page().locator(".prior > header button").click();
        assertThat(visit.page().locator("dicom-viewer")).hasCount(1);
    }
}
