package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** Everything of one patient, and what people write there. */
@BrowserTest
class PatientIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HOSTILE = "<img src=x onerror=alert(1)> {0} नमस्ते";
    private static final String PASSWORD = "a password of my own";

    @TempDir
    private Path folder;

    private final String id = "PAT \"<" + UUID.randomUUID().toString().substring(0, 8);

    private TinyStudy sent(Clinic clinic, String name, LocalDate date, String description) {
        TinyStudy study = TinyStudy.of(name).id(id).on(date).description(description);
        clinic.receives(study.writeInto(folder));
        return study;
    }

    private static String posted(Clinic clinic, String path, ObjectNode body) throws IOException {
        HttpResponse<byte[]> answer = administrator(clinic).post(path, body.toString());
        assertThat(answer.statusCode()).as(WebCaller.text(answer)).isIn(200, 201);
        return WebCaller.text(answer);
    }

    private static WebCaller administrator(Clinic clinic) {
        return WebCaller.stranger(clinic.appliance().httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private static void report(Clinic clinic, TinyStudy study, String title, boolean signed) throws IOException {
        ObjectNode content = MAPPER.createObjectNode().put("title", title).put("findings", "x")
                .put("impression", "Impression " + HOSTILE);
        ObjectNode wanted = MAPPER.createObjectNode().put("studyInstanceUid", study.studyInstanceUid());
        wanted.set("content", content);
        long report = MAPPER.readTree(posted(clinic, "/api/reports", wanted)).get("report").get("id").asLong();
        if (signed) {
            posted(clinic, "/api/reports/" + report + "/sign", MAPPER.createObjectNode().put("version", 1));
        }
    }

    private static void prescription(Clinic clinic, TinyStudy study) throws IOException {
        ObjectNode wanted = MAPPER.createObjectNode().put("studyInstanceUid", study.studyInstanceUid())
                .put("remark", HOSTILE);
        wanted.putArray("medications").addObject().put("drug", "Drug " + HOSTILE).put("instructions", HOSTILE);
        posted(clinic, "/api/prescriptions", wanted);
    }

    private static void note(Clinic clinic, TinyStudy study) throws IOException {
        posted(clinic, "/api/notes", MAPPER.createObjectNode().put("studyInstanceUid", study.studyInstanceUid())
                .put("category", "safety").put("text", "Noted " + HOSTILE));
    }

    /** Somebody whom the administrator has invited, at a desk. */
    private static Visit member(Visitors visitors, Clinic clinic, Visit admin, String role) {
        String name = "pat-" + UUID.randomUUID().toString().substring(0, 8);
        UsersPage users = UsersPage.open(admin, clinic);
        String given = users.add(name, role + " " + name, role);
        Visit visit = visitors.atDesk();
        LoginPage.open(visit, clinic).logIn(name, given);
        for (String[] entry : new String[][] {{"Password now", given}, {"New password", PASSWORD},
                {"New password again", PASSWORD}}) {
            visit.page().getByLabel(entry[0], new Page.GetByLabelOptions().setExact(true)).fill(entry[1]);
        }
        AdminPages.button(visit, "Change password").click();
        LoginPage.shownTo(visit).logIn(name, PASSWORD);
        WorklistPage.shownTo(visit);
        return visit;
    }

    @Test
    void everythingOfAPatientIsShownToEachRoleAsItMayAndHostileTextAsText(Visitors visitors, Clinic clinic)
            throws IOException {
        TinyStudy first = sent(clinic, "<b>Evil</b>^{0}", LocalDate.of(2020, 1, 1), HOSTILE);
        TinyStudy second = sent(clinic, "<B>evil</B>^{0}", LocalDate.of(2021, 1, 1), "Second");
        TinyStudy other = sent(clinic, "Other^Name", LocalDate.of(2021, 1, 1), "Third");
        report(clinic, first, "Signed " + HOSTILE, true);
        report(clinic, second, "Begun", false);
        note(clinic, first);
        prescription(clinic, second);

        Visit admin = visitors.atDesk();
        WorklistPage worklist = WorklistPage.enter(admin, clinic);
        worklist.filterId("PAT");
        admin.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions()
                .setName("More for this study: Other, Name")).first().click();
        AdminPages.button(admin, "Patient").click();
        PatientPage patient = PatientPage.shownTo(admin);
        assertThat(patient.heading()).containsText("Other, Name");
        assertThat(patient.entries()).hasCount(1);
        assertThat(patient.warning()).containsText("2 studies have the same patient ID");
        patient.warning().getByRole(AriaRole.LINK).first().click();
        assertThat(patient.heading()).containsText("evil</B>, {0}");
        assertThat(patient.heading()).containsText("ID " + id);
        assertThat(patient.titles()).hasText(new String[] {"Prescription", "Safety note", "Begun", "Signed " + HOSTILE,
            "OT · Second", "OT · " + HOSTILE});
        for (String text : new String[] {"Drug " + HOSTILE, "Noted " + HOSTILE, "Impression " + HOSTILE}) {
            assertThat(patient.entry(text).first()).isVisible();
        }
        assertThat(admin.page().locator(".patient img, .patient b")).hasCount(0);
        Accessibility.assertNothingSerious(admin);
        Screen.assertNothingIsOutside(admin);
        admin.picture("patient-hostile");

        patient.show("Reports");
        assertThat(patient.titles()).hasText(new String[] {"Begun", "Signed " + HOSTILE});
        patient.show("All");
        note(clinic, second);
        assertThat(patient.entries()).hasCount(7);
        patient.titled("OT · Second").getByText("Open images").click();
        ViewerPage.shownTo(admin);

        Visit doctor = member(visitors, clinic, admin, "Viewer");
        PatientPage seen = PatientPage.open(doctor, clinic, first.studyInstanceUid());
        assertThat(seen.titles()).hasText(new String[] {"Prescription", "Signed " + HOSTILE, "OT · Second", "OT · " + HOSTILE});
        assertThat(doctor.page().locator(".patient vaadin-button").filter(new Locator.FilterOptions()
                .setHasNotText("("))).hasCount(0);
        Visit technician = member(visitors, clinic, admin, "Technician");
        seen = PatientPage.open(technician, clinic, first.studyInstanceUid());
        assertThat(seen.titles()).hasText(new String[] {"Safety note", "Safety note", "OT · Second", "OT · " + HOSTILE});
        assertThat(seen.titled("OT · Second")).containsText("Report: Draft");
        assertThat(seen.entry("Impression")).hasCount(0);
        technician.expecting("404");
        technician.page().navigate(clinic.url("/patient/1.2.3.4"));
        assertThat(technician.page().getByText("There is nothing at this address")).isVisible();
        assertThat(other.studyInstanceUid()).isNotEmpty();
    }

    @Test
    void aNoteIsWrittenChangedAgainstSomebodyElseAndDeleted(Visitors visitors, Clinic clinic) throws IOException {
        TinyStudy study = sent(clinic, "Noted^Nora", LocalDate.of(2022, 1, 1), "Chest");
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        PatientPage patient = PatientPage.open(visit, clinic, study.studyInstanceUid());
        patient.press("Add a note");
        patient.press(patient.dialog(), "Save");
        assertThat(patient.dialog()).containsText("A note has 1 to 10000 characters.");
        patient.enter("Note", "Pacemaker <i>since</i> 2019");
        patient.choose("Kind", "Safety note");
        patient.press(patient.dialog(), "Save");
        assertThat(patient.entry("Pacemaker <i>since</i> 2019")).containsText("Safety note");

        patient.press(patient.entry("Pacemaker"), "Edit");
        patient.enter("Note", "Pacemaker since 2020");
        String notes = "/api/notes/study/" + study.studyInstanceUid();
        long note = MAPPER.readTree(administrator(clinic).get(notes).body()).get(0).get("id").asLong();
        administrator(clinic).send("PUT", "/api/notes/" + note, BodyPublishers.ofString(
                "{\"version\": 1, \"text\": \"Pacemaker since 2021\"}"), "Content-Type", "application/json");
        patient.press(patient.dialog(), "Save");
        assertThat(patient.dialog()).containsText("It says now: \"Pacemaker since 2021\"");
        assertThat(patient.dialog().getByLabel("Note", new Locator.GetByLabelOptions().setExact(true)).last())
                .hasValue("Pacemaker since 2020");
        patient.press(patient.dialog(), "Save");
        assertThat(patient.entry("Pacemaker since 2020")).isVisible();

        patient.press(patient.entry("Pacemaker"), "Delete");
        patient.confirm("Delete");
        assertThat(patient.entry("Pacemaker")).hasCount(0);
    }

    @Test
    void medicinesArePrescribedAfterASecondLookPrintedAndWithdrawnOnAPhone(Visitors visitors, Clinic clinic) {
        TinyStudy study = sent(clinic, "Medicated^Max", LocalDate.of(2022, 1, 1), "Chest");
        Visit visit = visitors.onPhone();
        clinic.admit(visit);
        PatientPage patient = PatientPage.open(visit, clinic, study.studyInstanceUid());
        patient.press("Prescribe");
        patient.enter("Dose", "1 tablet");
        patient.press("Continue");
        assertThat(patient.dialog()).containsText("A medicine needs a name.");
        patient.enter("Name and form", "Ibuprofen 400 mg");
        patient.press("Another medicine");
        assertThat(patient.dialog().getByText("Medicine 2")).isVisible();
        patient.enter("Name and form", "باراسيتامول <b>500</b>");
        visit.picture("patient-prescribe-phone");
        Screen.assertNothingIsOutside(visit);
        Accessibility.assertNothingSerious(visit);
        patient.press("Continue");
        assertThat(patient.dialog()).containsText("Medicated, Max");
        assertThat(patient.dialog()).containsText("cannot be changed afterwards");
        patient.press("Back");
        assertThat(patient.dialog().getByLabel("Name and form").first()).hasValue("Ibuprofen 400 mg");
        patient.press("Continue");
        visit.picture("patient-prescribe-review-phone");
        patient.press(patient.dialog(), "Prescribe");
        Locator entry = patient.entry("Ibuprofen 400 mg");
        assertThat(entry).containsText("باراسيتامول <b>500</b>");

        Locator print = entry.getByText("Print");
        assertThat(print).hasAttribute("target", "_blank");
        APIResponse pdf = visit.page().request().get(clinic.url("/" + print.getAttribute("href")));
        assertThat(pdf.headers().get("content-type")).isEqualTo("application/pdf");
        assertThat(new String(pdf.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");

        patient.press(entry, "Withdraw");
        patient.press(patient.dialog(), "Withdraw");
        assertThat(patient.dialog()).containsText("Say why");
        patient.enter("Reason", "Allergy <i>known</i>");
        patient.press(patient.dialog(), "Withdraw");
        assertThat(entry.locator("del")).containsText("Ibuprofen 400 mg");
        assertThat(entry).containsText("Allergy <i>known</i>");
        assertThat(entry.getByRole(AriaRole.BUTTON)).hasCount(0);
        visit.picture("patient-phone");
        Screen.assertNothingIsOutside(visit);
        Accessibility.assertNothingSerious(visit);
    }
}
