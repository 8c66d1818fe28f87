package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Dcmtk;
import org.hospitalviewer.peers.Orthanc;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The packaged appliance beside an Orthanc that the clinic has already: a story told in order. */
@BrowserTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RemoteModeIT {

    private static final Logger LOG = LoggerFactory.getLogger(RemoteModeIT.class);
    private static final LocatorAssertions.IsVisibleOptions PATIENTLY =
            new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);
    private static final LocatorAssertions.HasCountOptions PATIENTLY_GONE =
            new LocatorAssertions.HasCountOptions().setTimeout(20_000);

    @TempDir
    private static Path folder;
    private static Orthanc orthanc;
    private static Clinic clinic;

    @BeforeAll
    static void start() throws IOException {
        orthanc = Orthanc.startWithUser("clinic", "a-password-of-its-own");
        orthanc.upload(TinyStudy.of("Second^Oldest").on(LocalDate.of(2021, 3, 1)).writeInto(folder));
        orthanc.upload(TinyStudy.of("First^Newest").on(LocalDate.now()).writeInto(folder));
        orthanc.upload(TinyStudy.of("Third^Oldest").on(LocalDate.of(2019, 3, 1)).writeInto(folder));
        clinic = Clinic.beside(orthanc.dicomWeb(), "clinic", "a-password-of-its-own");
    }

    @AfterAll
    static void stop() throws Exception {
        if (clinic != null) {
            clinic.close();
        }
        if (orthanc != null) {
            orthanc.close();
        }
    }

    @Test
    @Order(1)
    void theWorklistShowsTheStudiesOfTheOrthancNewestFirst(Visitors visitors) {
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);

        assertThat(worklist.studies()).hasText(new String[] {"First, Newest", "Second, Oldest", "Third, Oldest"});
        worklist.filterName("oldest");
        assertThat(worklist.studies()).hasText(new String[] {"Second, Oldest", "Third, Oldest"});
        visit.picture("remote-worklist-desk");
    }

    @Test
    @Order(2)
    void aStudySentToTheOrthancAppearsInTheOpenWorklistAndItsImagesInTheViewer(Visitors visitors) {
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);
        assertThat(worklist.study("First, Newest")).isVisible();

        Dcmtk.Output sent = Dcmtk.storescu(orthanc.dicomPort(), Orthanc.AET, List.of(), Samples.path(Clinic.PHANTOM));
        long known = System.nanoTime();
        assertThat(sent.exit()).as(sent.text()).isZero();
        assertThat(worklist.study("HEAD")).isVisible(PATIENTLY);
        assertThat(worklist.cell("40")).isVisible(PATIENTLY);
        LOG.info("All 40 images are seen {} ms after the Orthanc has the last",
                Duration.ofNanos(System.nanoTime() - known).toMillis());

        ViewerPage viewer = worklist.click(worklist.phantom());
        assertThat(viewer.number("sliceCount")).isEqualTo(40);
        assertThat(viewer.overlay()).containsText("HEAD");
        visit.picture("remote-viewer-desk");
    }

    @Test
    @Order(3)
    void anUploadArrivesOnTheOrthancAndIsInTheNextAnswer() throws IOException {
        TinyStudy study = TinyStudy.of("Uploaded^Here");
        byte[] file = Files.readAllBytes(study.writeInto(folder));

        HttpResponse<byte[]> answer = WebCaller.stranger(clinic.appliance().httpPort())
                .as(FreshHome.ADMIN, FreshHome.PASSWORD).send("POST", "/dicom-web/studies", BodyPublishers.ofByteArrays(
                List.of("--B\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII), file,
                        "\r\n--B--\r\n".getBytes(StandardCharsets.US_ASCII))), "Content-Type",
                "multipart/related; type=\"application/dicom\"; boundary=B");

        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isEqualTo(200);
        assertThat(orthanc.get("/dicom-web/studies?StudyInstanceUID=" + study.studyInstanceUid()))
                .contains("Uploaded^Here");
        assertThat(WebCaller.text(clinic.appliance().get("/dicom-web/studies?StudyInstanceUID="
                + study.studyInstanceUid()))).contains("Uploaded^Here");
    }

    @Test
    @Order(4)
    void aStudyDeletedOnTheOrthancLeavesTheOpenWorklist(Visitors visitors) throws IOException {
        WorklistPage worklist = WorklistPage.enter(visitors.atDesk(), clinic);
        assertThat(worklist.study("Third, Oldest")).isVisible();

        orthanc.delete("/studies/" + orthanc.post("/tools/find",
                "{\"Level\": \"Study\", \"Query\": {\"PatientName\": \"Third^Oldest\"}}").replaceAll("[^0-9a-f-]", ""));

        assertThat(worklist.study("Third, Oldest")).hasCount(0, PATIENTLY_GONE);
        assertThat(worklist.study("First, Newest")).isVisible();
    }

    @Test
    @Order(5)
    void itsAbsenceIsSaidAndItsReturnNeedsNobody(Visitors visitors) throws IOException {
        Visit visit = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(visit, clinic);
        assertThat(worklist.study("First, Newest")).isVisible();

        orthanc.stop();
        Locator note = visit.page().getByText("The archive does not answer.");
        assertThat(note).isVisible(PATIENTLY);
        visit.picture("remote-absent-desk");
        HttpResponse<byte[]> search = clinic.appliance().get("/dicom-web/studies");
        assertThat(search.statusCode()).isEqualTo(503);
        assertThat(WebCaller.text(search)).contains("The archive cannot be reached.");
        assertThat(WebCaller.text(clinic.appliance().get("/api/orthanc/status"))).contains("\"mode\":\"REMOTE\"",
                "\"available\":false", "The archive cannot be reached.");
        assertThat(clinic.appliance().isUp()).isTrue();

        orthanc.startAgain();
        assertThat(worklist.study("First, Newest")).isVisible(PATIENTLY);
        assertThat(note).isHidden();
        Await.until("the archive is back", Duration.ofSeconds(20), () ->
                WebCaller.text(clinic.appliance().get("/api/orthanc/status")).contains("\"available\":true"));
    }

    @Test
    @Order(6)
    void whatOnlyAnOwnArchiveHasIsNotShown(Visitors visitors) {
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        DashboardPage dashboard = DashboardPage.open(visit, clinic);

        assertThat(dashboard.fact("Archive", "Its software")).containsText("Orthanc");
        assertThat(dashboard.fact("Archive", "In quarantine")).hasCount(0);
        assertThat(visit.page().getByRole(AriaRole.MAIN)).not().containsText("index");
        assertThat(visit.page().locator(".banner")).hasCount(0);
        assertThat(visit.page().getByRole(AriaRole.NAVIGATION).getByText("Jobs")).isVisible();
        assertThat(visit.page().getByRole(AriaRole.NAVIGATION).getByText("Trash")).hasCount(0);
        assertThat(visit.page().getByRole(AriaRole.NAVIGATION).getByText("Corrections")).hasCount(0);
        visit.picture("remote-dashboard-desk");
        assertThat(SettingsPage.open(visit, clinic).field("Address of the other server"))
                .hasValue(orthanc.dicomWeb().toString());
        visit.picture("remote-settings-desk");
        assertThatThrownBy(() -> new Socket("127.0.0.1", clinic.appliance().dicomPort()).close())
                .isInstanceOf(ConnectException.class);
    }
}
