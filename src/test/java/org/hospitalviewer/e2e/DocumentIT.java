package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Objects without pictures. */
@BrowserTest
class DocumentIT {

    @Test
    void aPdfIsShownInThePlaceOfThePicture(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDeskForPdf();
        ViewerPage viewer = open("modalities/encapsulated-pdf.dcm", visit, clinic);

        assertThat(viewer.card()).containsText("Sample report");
        assertThat(viewer.card()).containsText("PDF document");
        assertThat(viewer.element().locator("iframe.paper")).isVisible();
        Locator link = viewer.card().getByRole(AriaRole.LINK);
        assertThat(link).hasText("Open in a new tab");
        assertThat(link).hasAttribute("href", Pattern.compile("blob:.*"));
        visit.picture("viewer-pdf-desk");
        Accessibility.assertNothingSerious(visit);
    }

    @Test
    void aBrowserWithoutAPdfViewerOffersTheFile(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.onPhone();
        visit.page().addInitScript("Object.defineProperty(Navigator.prototype, 'pdfViewerEnabled', {value: false})");
        ViewerPage viewer = open("modalities/encapsulated-pdf.dcm", visit, clinic);

        assertThat(viewer.card()).containsText("This browser cannot show a PDF inside of a page.");
        assertThat(viewer.card().getByRole(AriaRole.LINK)).isVisible();
        assertThat(viewer.element().locator("iframe")).hasCount(0);
        visit.picture("viewer-pdf-link-phone");
        Screen.assertNothingIsOutside(visit);
    }

    @Test
    void aPlanSaysWhatItIs(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = open("modalities/rt/rtplan.dcm", visit, clinic);

        assertThat(viewer.card()).containsText("Radiotherapy object");
        assertThat(viewer.card()).containsText("holds no images");
        visit.picture("viewer-card-desk");
        Accessibility.assertNothingSerious(visit);
    }

    private static ViewerPage open(String sample, Visit visit, Clinic clinic) throws IOException {
        SentSample sent = SentSample.sent(sample, clinic);
        clinic.admit(visit);
        visit.page().navigate(clinic.url("/viewer/" + sent.studyInstanceUid()));
        return ViewerPage.withCardFor(visit);
    }
}
