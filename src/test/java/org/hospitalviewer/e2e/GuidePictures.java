package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;

/** Takes the pictures of the user guide, of made-up patients: see CONTRIBUTING. */
@BrowserTest
class GuidePictures {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STUDY = "Demo, CT Head";

    @Test
    void oneForEachRole(Visitors visitors) throws InterruptedException {
        try (Clinic clinic = Clinic.withDemo()) {
            Await.until("the demo users are printed", PATIENCE,
                    () -> clinic.appliance().output().matches("(?s).*demo-viewer\\s+\\S+\\R.*"));
            Await.until("the demo studies are there", PATIENCE,
                    () -> WebCaller.text(clinic.appliance().get("/dicom-web/studies")).contains("Demo^CT Head"));
            worklist(enter(visitors.atDesk(), clinic, "demo-technician"));
            String study = reading(enter(visitors.atKeepingDesk(), clinic, "demo-radiologist"));
            signedReport(enter(visitors.onPhone(), clinic, "demo-viewer"), clinic, study);
            Visit administrator = enter(visitors.atDesk(), clinic, "demo-admin");
            DashboardPage.open(administrator, clinic).waitUntilCounted();
            administrator.picture("guide-dashboard");
            visitors.leave();
        }
    }

    private static Visit enter(Visit visit, Clinic clinic, String demoUser) {
        Matcher password = Pattern.compile(demoUser + "\\s+(\\S+)").matcher(clinic.appliance().output());
        if (!password.find()) {
            throw new AssertionError("No password of " + demoUser);
        }
        LoginPage.open(visit, clinic).logIn(demoUser, password.group(1));
        visit.page().waitForURL(address -> !address.contains("/login"));
        return visit;
    }

    private static void worklist(Visit technician) {
        assertThat(WorklistPage.shownTo(technician).study(STUDY)).isVisible();
        technician.picture("guide-worklist");
    }

    /** A length and the report that takes it over. */
    private static String reading(Visit radiologist) {
        WorklistPage.shownTo(radiologist).study(STUDY).click();
        ViewerPage viewer = ViewerPage.shownTo(radiologist);
        radiologist.page().keyboard().press("F2");
        ReportPage report = ReportPage.shownTo(radiologist);
        report.begin();
        viewer.element().click();
        viewer.press("l");
        new MeasuringPage(radiologist, viewer).drag(new double[] {100, 100}, new double[] {140, 130});
        report.mark("length").locator(".insert").click();
        report.text("impression").fill("No acute finding in the head.");
        report.awaitSaved();
        radiologist.picture("guide-report");
        report.sign();
        String address = radiologist.page().url();
        return address.replaceFirst(".*/viewer/([0-9.]+).*", "$1");
    }

    private static void signedReport(Visit doctor, Clinic clinic, String study) {
        assertThat(ReportPage.open(doctor, clinic, study).part(".reading")).containsText("No acute finding");
        doctor.picture("guide-phone");
    }
}
