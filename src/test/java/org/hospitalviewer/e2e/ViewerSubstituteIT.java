package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route.FulfillOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the viewer does about frames that it cannot decode, and what it says. */
@BrowserTest
class ViewerSubstituteIT {

    private static final String AS_STORED = "transfer-syntax=*";

    @TempDir
    private Path folder;

    @Test
    void aFrameThatTheBrowserCannotDecodeComesDecodedFromTheServerAndSaysSo(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk().expecting("/frames/1");
        TinyStudy study = sent(visit, clinic, "Decoded^There");
        visit.page().route("**/frames/*", route -> {
            if (route.request().headerValue("Accept").contains(AS_STORED)) {
                route.fulfill(new FulfillOptions().setContentType(
                        "application/octet-stream; transfer-syntax=1.2.840.10008.1.2.4.111").setBody("?"));
            } else {
                route.resume();
            }
        });

        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());

        assertThat(viewer.strip()).containsText("the server has decoded it");
        assertThat(viewer.state("state => state.origin")).isEqualTo("decoded-by-server");
        assertThat(viewer.button("Window/level")).isEnabled();
        assertThat(viewer.isOfOneColour()).isFalse();
    }

    @Test
    void elseThePictureIsDrawnByTheServerAndItsValuesAreNotOffered(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk().expecting("/frames/1");
        TinyStudy study = sent(visit, clinic, "Drawn^There");
        visit.page().route("**/frames/*", route -> route.fulfill(new FulfillOptions().setStatus(406)));

        ViewerPage viewer = ViewerPage.open(visit, clinic, study.studyInstanceUid());

        assertThat(viewer.strip()).containsText("rendered by the server; grey values cannot be measured");
        assertThat(viewer.state("state => state.origin")).isEqualTo("rendered-by-server");
        assertThat(viewer.button("Window/level")).isDisabled();
        assertThat(viewer.button("Window presets")).isDisabled();
        assertThat(viewer.button("Length")).isEnabled();
        assertThat(viewer.isOfOneColour()).isFalse();
        visit.picture("viewer-server-picture-desk");
    }

    @Test
    void whenNothingHelpsTheReasonIsGiven(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk().expecting("/frames/1");
        TinyStudy study = sent(visit, clinic, "Nobody^Can");
        visit.page().route("**/frames/**", route -> route.fulfill(new FulfillOptions().setStatus(406)));

        visit.page().navigate(clinic.url("/viewer/" + study.studyInstanceUid()));

        ViewerPage viewer = ViewerPage.emptyFor(visit);
        assertThat(viewer.notice()).containsText("Image 1 cannot be shown.");
        assertThat(viewer.notice()).containsText("The server answered 406");
        visit.picture("viewer-notice-desk");
    }

    private TinyStudy sent(Visit visit, Clinic clinic, String patientName) {
        TinyStudy study = TinyStudy.of(patientName);
        clinic.receives(study.writeInto(folder));
        clinic.admit(visit);
        return study;
    }
}
