package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.ingest.upload.document.Documents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A technician brings a CD's folder, a ZIP, a large image over a bad line, and documents. */
@BrowserTest
class UploadIT {

    private static final String PIECES = "**/api/uploads/*?offset=*";
    /** More than one piece of 4 MB, in a file of more than 8 MB. */
    private static final int LARGE_ROWS = 2_100;

    /** A browser tells of a hundred entries of a folder at once. */
    private static final int DROPPED = 130;

    @TempDir
    private Path folder;

    private Path cd(String study) throws IOException {
        Path cd = Files.createDirectories(folder.resolve("CD/IMAGES"));
        String series = Slice.newUid();
        for (int number = 1; number <= 12; number++) {
            Slice.of(study, series, number, 8).writeInto(cd);
        }
        Path first;
        try (var files = Files.list(cd)) {
            first = files.findFirst().orElseThrow();
        }
        Files.copy(first, cd.resolveSibling("AGAIN"));
        Files.writeString(cd.resolveSibling("<b>viewer.exe"), "MZ no image");
        Files.copy(first, cd.resolveSibling("DICOMDIR"));
        return folder.resolve("CD");
    }

    private Path zip(Slice inside) throws IOException {
        Path zip = folder.resolve("mail.zip");
        try (OutputStream file = Files.newOutputStream(zip); ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("one.dcm"));
            out.write(Files.readAllBytes(inside.writeInto(folder)));
            out.putNextEntry(new ZipEntry("letter.txt"));
            out.write("no image at all".getBytes());
        }
        return zip;
    }

    @Test
    void eachFileOfAFolderAndOfAZipHasItsFate(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        UploadPage upload = UploadPage.open(visit, clinic, "");
        visit.picture("upload-empty");
        String study = Slice.newUid();
        upload.chooseFolder(cd(study));
        upload.untilDone();
        upload.assertCount("ALL", 15);
        upload.assertCount("IMPORTED", 12);
        upload.assertCount("DUPLICATE", 1);
        upload.assertCount("REFUSED", 2);
        Slice inside = Slice.alone();
        upload.chooseFiles(zip(inside));
        upload.untilDone();
        upload.assertCount("IMPORTED", 13);
        upload.assertCount("REFUSED", 3);
        visit.picture("upload-results");
        upload.desk("[data-filter=REFUSED]").click();
        assertThat(upload.desk(".result")).hasCount(3);
        assertThat(upload.desk(".result:has-text('<b>viewer.exe') .why")).containsText("Not a DICOM file");
        assertThat(upload.desk(".studies li:has-text('12 files') a, .studies li:has-text('13 files') a"))
                .hasAttribute("href", "viewer/" + study);
        Accessibility.assertNothingSerious(visit);
        Screen.assertNothingIsOutside(visit);
    }

    /** The file manager gives a folder as one thing; it has more files than the browser tells of at once. */
    @Test
    void filesAndAFolderAreDropped(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        UploadPage upload = UploadPage.open(visit, clinic, "");
        Path images = Files.createDirectories(folder.resolve("CD of M\u00fcller/DICOM/S1"));
        String study = Slice.newUid();
        String series = Slice.newUid();
        for (int number = 1; number <= DROPPED; number++) {
            Slice.of(study, series, number, 8).writeInto(images);
        }
        Files.writeString(images.resolve("letter.txt"), "no image");
        Slice alone = Slice.alone();
        upload.drop(upload.desk(".drop"), folder.resolve("CD of M\u00fcller"), alone.writeInto(folder));
        upload.untilDone();
        upload.assertCount("IMPORTED", DROPPED + 1);
        upload.desk("[data-filter=REFUSED]").click();
        assertThat(upload.desk(".result .path")).hasText("CD of M\u00fcller/DICOM/S1/letter.txt");
        visit.picture("upload-dropped");
        upload.drop(visit.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Upload").setExact(true)),
                folder.resolve(alone.sopUid() + ".dcm"));
        upload.untilDone();
        upload.assertCount("DUPLICATE", 1);
    }

    /** Three pieces, ten minutes apart. */
    @Test
    void whoWaitsForALongUploadIsNotLoggedOutAndAfterItIs(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk().expecting("401").expecting("403");
        visit.page().clock().install();
        clinic.admit(visit);
        UploadPage upload = UploadPage.open(visit, clinic, "");
        List<Route> pieces = new CopyOnWriteArrayList<>();
        visit.page().route(PIECES, pieces::add);
        upload.chooseFiles(Slice.of(Slice.newUid(), Slice.newUid(), 1, LARGE_ROWS).writeInto(folder));
        Locator warning = visit.page().getByRole(AriaRole.ALERTDIALOG);
        for (int piece = 1; piece <= 3; piece++) {
            int count = piece;
            visit.page().waitForCondition(() -> pieces.size() == count);
            visit.page().clock().fastForward("10:00");
            assertThat(warning).isHidden();
            pieces.getLast().resume();
        }
        upload.untilDone();
        assertThat(warning).isHidden();
        visit.page().clock().fastForward("14:10");
        assertThat(warning).isVisible();
        visit.page().clock().fastForward("01:00");
        LoginPage.shownTo(visit);
    }

    @Test
    void whatCameBeforeTheLineBrokeNeedNotBeSentAgain(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk().expecting("net::ERR_FAILED|ERR_CONNECTION").expecting("Failed to load resource");
        clinic.admit(visit);
        UploadPage upload = UploadPage.open(visit, clinic, "");
        Path large = Slice.of(Slice.newUid(), Slice.newUid(), 1, LARGE_ROWS).writeInto(folder);
        visit.page().route(PIECES, route -> {
            if (route.request().url().endsWith("offset=0")) {
                route.resume();
            } else {
                route.abort("connectionfailed");
            }
        });
        upload.chooseFiles(large);
        assertThat(upload.desk("[data-hold=away]")).containsText("The appliance does not answer");
        visit.picture("upload-away");
        visit.page().onceDialog(Dialog::accept);
        visit.page().reload();
        upload = UploadPage.shownTo(visit);
        assertThat(upload.desk("[data-note=unfinished]")).containsText("One file was not finished earlier");
        visit.picture("upload-unfinished");
        visit.page().unroute(PIECES);
        List<String> pieces = new CopyOnWriteArrayList<>();
        visit.page().route(PIECES, route -> note(route, pieces));
        upload.chooseFiles(large);
        upload.untilDone();
        upload.assertCount("IMPORTED", 1);
        assertThat(pieces).isNotEmpty().noneMatch(url -> url.endsWith("offset=0"));
    }

    private static void note(Route route, List<String> urls) {
        urls.add(route.request().url());
        route.resume();
    }

    @Test
    void documentsAreToldWhomTheyBelongTo(Visitors visitors, Clinic clinic) throws IOException {
        TinyStudy known = TinyStudy.of("Known^Wanda").description("Knee");
        clinic.receives(known.writeInto(folder));
        Visit visit = visitors.onPhone();
        clinic.admit(visit);
        UploadPage upload = UploadPage.open(visit, clinic, "");
        visit.picture("upload-phone");
        Path letter = Files.write(folder.resolve("Old letter.pdf"), Documents.pdf());
        Path photo = Files.write(folder.resolve("Wound.jpg"), Documents.jpegTurned(6));
        upload.chooseFiles(letter);
        upload.desk("[data-do=say]").click();
        visit.page().getByText("A new patient").click();
        upload.desk("[name=family]").fill("Uploaded");
        upload.desk("[name=given]").fill("Ulla");
        upload.desk("[name=id]").fill("UP-" + known.studyInstanceUid().substring(20));
        visit.picture("upload-phone-new");
        Screen.assertNothingIsOutside(visit);
        upload.desk("[data-do=send]").click();
        upload.untilDone();
        upload.assertCount("IMPORTED", 1);
        assertThat(upload.desk(".studies a")).hasText("Uploaded, Ulla");
        upload.chooseFiles(photo);
        upload.desk("[data-do=say]").click();
        upload.desk("[name=search]").fill("wanda");
        upload.desk(".study:has-text('Known, Wanda')").first().click();
        visit.picture("upload-phone-known");
        Accessibility.assertNothingSerious(visit);
        upload.desk("[data-do=send]").click();
        upload.assertCount("IMPORTED", 2);
        visit.picture("upload-phone-done");
        upload.desk(".studies li:has-text('Known, Wanda') a").click();
        assertThat(visit.page().locator("dicom-viewer")).isVisible();
        visit.picture("upload-shown");
    }

    @Test
    void aDocumentIsAddedToAStudyOfTheWorklist(Visitors visitors, Clinic clinic) throws IOException {
        TinyStudy known = TinyStudy.of("Addition^Ada").description("Hip");
        clinic.receives(known.writeInto(folder));
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);
        worklist.filterName("Addition");
        visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions()
                .setName("More for this study: Addition, Ada")).click();
        AdminPages.button(visit, "Add a document").click();
        UploadPage upload = UploadPage.shownTo(visit);
        assertThat(upload.desk(".chosen-study")).containsText("for the study of Addition, Ada");
        visit.picture("upload-for-study");
        upload.chooseFiles(Files.write(folder.resolve("Consent.pdf"), Documents.pdf()));
        upload.desk("[data-do=say]").click();
        assertThat(upload.desk(".study [name=study]")).isChecked();
        upload.desk("[data-do=send]").click();
        upload.untilDone();
        assertThat(upload.desk(".studies li:has-text('Addition, Ada') a"))
                .hasAttribute("href", "viewer/" + known.studyInstanceUid());
    }

    @Test
    void theDarkScreenLooksLikeTheOthers(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDarkDesk();
        clinic.admit(visit);
        UploadPage upload = UploadPage.open(visit, clinic, "");
        upload.chooseFiles(zip(Slice.alone()), Files.write(folder.resolve("a.pdf"), Documents.pdf()));
        upload.untilDone();
        upload.desk("[data-do=say]").click();
        visit.picture("upload-dark");
        upload.desk("[data-do=cancel]").click();
        upload.desk("[data-note=documents] button").first().click();
        Accessibility.assertNothingSerious(visit);
    }
}
