package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.util.List;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Samples;
import org.junit.jupiter.api.Test;

/** The attributes of the image on the screen. */
@BrowserTest
class TagBrowserIT {

    private static final String ENHANCED = "modalities/enhanced-mr-siemens-25frames.dcm";

    private static Locator panel(Visit visit) {
        return visit.page().locator("dicom-viewer .tag-panel");
    }

    private static Locator row(Visit visit, String path) {
        return panel(visit).locator("tr[data-path=\"" + path + "\"]");
    }

    private static Locator search(Visit visit) {
        return panel(visit).locator("input");
    }

    @Test
    void theAttributesOfTheShownImageAreListedAndFollowIt(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        clinic.withPhantom().admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());
        viewer.press("#");

        assertThat(row(visit, "00080018")).containsText((String) viewer.state("state => state.sopInstanceUID"));
        assertThat(row(visit, "00280010")).containsText("(0028,0010)");
        assertThat(row(visit, "00280010")).containsText("Rows");
        assertThat(row(visit, "00280010")).containsText("512");
        assertThat(row(visit, "7FE00010")).containsText("binary data, not listed");
        assertThat(search(visit)).isFocused();
        visit.picture("tags-desk");

        visit.page().keyboard().type("PixelSpacing");
        assertThat(panel(visit).locator("tbody tr")).hasCount(1);
        assertThat(row(visit, "00280030")).containsText("0.451171875\\0.451171875");
        search(visit).fill("no such attribute");
        assertThat(panel(visit)).containsText("No attribute matches.");
        search(visit).fill("");

        double[] beside = viewer.onScreen(40, 256);
        visit.page().mouse().move(beside[0], beside[1]);
        visit.page().mouse().wheel(0, 100);
        viewer.waitForSlice(21);
        assertThat(row(visit, "00080018")).containsText((String) viewer.state("state => state.sopInstanceUID"));

        search(visit).press("Escape");
        assertThat(panel(visit)).hasCount(0);
    }

    @Test
    void sequencesUnfoldAndPrivateAttributesAreMarked(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        Attributes header = Part10File.open(Samples.path(ENHANCED)).header();
        SentSample sent = SentSample.sent(ENHANCED, clinic);
        clinic.admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, sent.studyInstanceUid());
        viewer.button("DICOM attributes").click();

        int frames = header.getInt(Tag.NumberOfFrames, 0);
        Locator groups = row(visit, "52009230");
        assertThat(groups).containsText(frames + " items");
        assertThat(row(visit, "52009230/0")).hasCount(0);
        groups.locator("button[aria-expanded]").click();
        row(visit, "52009230/1").locator("button[aria-expanded]").click();
        assertThat(row(visit, "52009230/1/00209113")).containsText("PlanePositionSequence");

        search(visit).fill("private");
        List<Locator> marked = panel(visit).locator("tr.private").all();
        assertThat(marked).isNotEmpty();
        assertThat(marked.getFirst()).containsText("private");
    }

    @Test
    void aValueIsCopied(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        visit.profile().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        clinic.withPhantom().admit(visit);
        ViewerPage.open(visit, clinic, Phantom.studyInstanceUid()).press("#");
        String modality = "() => navigator.clipboard.readText()";

        row(visit, "00080060").hover();
        row(visit, "00080060").locator("[data-tool=tags-copy]").click();
        visit.page().waitForCondition(() -> "CT".equals(visit.page().evaluate(modality)));

        panel(visit).locator("header [data-tool=tags-copy]").click();
        visit.page().waitForCondition(() -> ((String) visit.page().evaluate(modality)).contains("(0008,0060) CS Modality CT\n"));
    }

    @Test
    void onAPhoneThePanelHasTheWholePicture(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.onPhone();
        clinic.withPhantom().admit(visit);
        ViewerPage viewer = ViewerPage.open(visit, clinic, Phantom.studyInstanceUid());
        viewer.button("More tools").tap();
        viewer.button("DICOM attributes").tap();

        assertThat(row(visit, "00280010")).containsText("512");
        Screen.assertNothingIsOutside(visit);
        visit.picture("tags-phone");
        panel(visit).getByLabel("Close the attributes", new Locator.GetByLabelOptions().setExact(true)).tap();
        assertThat(panel(visit)).hasCount(0);
        assertThat(viewer.button("More tools")).isVisible();
    }
}
