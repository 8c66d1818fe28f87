package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Films and stacks that are played. */
@BrowserTest
class CineIT {

    private static final String FILM = "modalities/us-8frames-rgb-implicit.dcm";
    private static final int FRAMES = 8;

    @Test
    void aFilmIsPlayedInALoopUntilTheWheelStopsIt(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = film(visit, clinic);
        viewer.element().evaluate("""
                viewer => {
                  viewer.seen = [];
                  viewer.addEventListener('image-rendered', event => viewer.seen.push(event.detail.sliceIndex));
                }""");
        assertThat(viewer.number("framesPerSecond")).isEqualTo(23);

        viewer.button("Play").click();
        visit.page().waitForFunction("count => document.querySelector('dicom-viewer').seen.length > count", 2 * FRAMES);
        visit.picture("viewer-cine-desk");
        viewer.moveTo(100, 100);
        visit.page().mouse().wheel(0, 100);

        viewer.waitUntil("state => !state.isPlaying");
        assertThat(viewer.button("Play")).isVisible();
        assertThat(viewer.element().evaluate("viewer => viewer.seen.some((place, at) => place < viewer.seen[at - 1])"))
                .as("it began anew").isEqualTo(true);
    }

    @Test
    void theKeyPlaysAndPausesAndTheSpeedCanBeSet(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.onPhone();
        ViewerPage viewer = film(visit, clinic);

        viewer.press("c");
        viewer.waitUntil("state => state.isPlaying");
        visit.page().getByLabel("Speed, images per second").fill("5");
        viewer.waitUntil("state => state.framesPerSecond === 5 && state.isPlaying");
        visit.picture("viewer-cine-phone");
        Screen.assertNothingIsOutside(visit);

        viewer.button("Pause").tap();

        viewer.waitUntil("state => !state.isPlaying");
    }

    @Test
    void oneImageAloneHasNothingToPlay(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        ViewerPage viewer = film(visit, clinic);
        assertThat(viewer.button("Play")).isVisible();
        SentSample single = SentSample.sent("modalities/voi-lut.dcm", clinic);

        viewer.goTo(single.studyInstanceUid(), single.seriesInstanceUid());

        assertThat(viewer.button("Play")).hasCount(0);
    }

    private static ViewerPage film(Visit visit, Clinic clinic) throws IOException {
        SentSample film = SentSample.sent(FILM, clinic);
        clinic.admit(visit);
        return ViewerPage.open(visit, clinic, film.studyInstanceUid());
    }
}
