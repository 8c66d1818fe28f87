package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.WebCaller;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The administrator's hand on what reports begin with, and on the logo above them. */
@BrowserTest
class TemplatesIT {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static Locator item(Visit visit, String text) {
        return visit.page().locator("li.device", new Page.LocatorOptions().setHasText(text));
    }

    private static Locator dialog(Visit visit) {
        return visit.page().locator("vaadin-dialog[opened]");
    }

    private static void press(Locator within, String button) {
        within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private static void enter(Visit visit, String label, String text) {
        dialog(visit).getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).last().fill(text);
    }

    private static WebCaller administrator(Clinic clinic) {
        return WebCaller.stranger(clinic.appliance().httpPort()).as(FreshHome.ADMIN, FreshHome.PASSWORD);
    }

    private static JsonNode offered(Clinic clinic, String name) throws IOException {
        for (JsonNode template : MAPPER.readTree(administrator(clinic)
                .get("/api/report-templates?study=" + Phantom.studyInstanceUid()).body())) {
            if (template.get("name").asString().equals(name)) {
                return template;
            }
        }
        return null;
    }

    @Test
    void aCopyIsChangedOfferedForTheStudyAndDeletedAndAChangedOneGoesBack(Visitors visitors, Clinic clinic)
            throws IOException {
        String name = "<b>Head</b> " + UUID.randomUUID();
        Visit visit = visitors.atDesk();
        clinic.withPhantom().admit(visit);
        visit.page().navigate(clinic.url("/admin/templates"));
        press(item(visit, "CT head").first(), "Copy");
        Locator called = dialog(visit).getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)).first();
        called.fill("");
        press(dialog(visit), "Save");
        assertThat(dialog(visit)).containsText("a name is needed");
        called.fill(name);
        enter(visit, "Findings when all is normal", "No <i>bleeding</i>.");
        Locator fields = dialog(visit).locator(".medicine-fields");
        int before = fields.count();
        AdminPages.button(visit, "Another value").click();
        assertThat(fields).hasCount(before + 1);
        enter(visit, "Name", "Dose <u>");
        dialog(visit).locator("vaadin-select").last().click();
        visit.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Number")).click();
        fields.last().getByLabel("Unit").fill("mGy");
        visit.picture("template-dialog");
        Accessibility.assertNothingSerious(visit);
        press(dialog(visit), "Save");
        assertThat(item(visit, name)).containsText("Your own");
        JsonNode template = offered(clinic, name);
        assertThat(template.get("findings").asString()).isEqualTo("No <i>bleeding</i>.");
        JsonNode field = template.get("fields").get(template.get("fields").size() - 1);
        assertThat(field.get("label").asString()).isEqualTo("Dose <u>");
        assertThat(field.get("unit").asString()).isEqualTo("mGy");
        press(item(visit, name), "Delete");
        press(visit.page().getByRole(AriaRole.ALERTDIALOG), "Delete");
        assertThat(item(visit, name)).hasCount(0);
        assertThat(offered(clinic, name)).isNull();

        press(item(visit, "Mammography"), "Edit");
        dialog(visit).getByLabel("Offered for new reports").uncheck();
        press(dialog(visit), "Save");
        assertThat(item(visit, "Mammography")).containsText("Changed here");
        assertThat(item(visit, "Mammography")).containsText("Switched off");
        press(item(visit, "Mammography"), "Undo the changes");
        press(visit.page().getByRole(AriaRole.ALERTDIALOG), "Undo the changes");
        assertThat(item(visit, "Mammography")).containsText("Of the program");

        AdminPages.button(visit, "Add a short word").click();
        enter(visit, "Short word", "none");
        enter(visit, "Text", "No <b>finding</b>.");
        press(dialog(visit), "Save");
        assertThat(dialog(visit)).containsText("A shortcut is a dot");
        enter(visit, "Short word", ".none");
        press(dialog(visit), "Save");
        assertThat(item(visit, ".none")).containsText("No <b>finding</b>.");
        press(item(visit, ".none"), "Delete");
        press(visit.page().getByRole(AriaRole.ALERTDIALOG), "Delete");
        assertThat(item(visit, ".none")).hasCount(0);
    }

    @Test
    void theLogoIsTakenShownOnTheSampleAndRemoved(Visitors visitors, Clinic clinic) throws IOException {
        Visit visit = visitors.atDesk().expecting("400");
        clinic.admit(visit);
        SettingsPage settings = SettingsPage.open(visit, clinic);
        Locator input = visit.page().locator(".logo-field input[type=file]");
        input.setInputFiles(new FilePayload("logo.png", "image/png", "no picture".getBytes(StandardCharsets.UTF_8)));
        assertThat(settings.text("This is no PNG or JPEG picture.")).isVisible();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(80, 40, BufferedImage.TYPE_INT_RGB), "png", png);
        input.setInputFiles(new FilePayload("logo.png", "image/png", png.toByteArray()));
        Locator picture = visit.page().locator(".logo-picture img");
        assertThat(picture).isVisible();
        assertThat((int) picture.evaluate("picture => picture.naturalWidth")).isEqualTo(80);
        byte[] sample = visit.page().request().get(clinic.url("/" + settings.text("Look at a sample page")
                .getAttribute("href"))).body();
        assertThat(new String(sample, StandardCharsets.ISO_8859_1)).startsWith("%PDF-")
                .contains("/Subtype/Image");
        visit.picture("settings-logo");
        AdminPages.button(visit, "Remove").click();
        assertThat(picture).isHidden();
        assertThat(administrator(clinic).get("/api/letterhead/logo").statusCode()).isEqualTo(204);
    }
}
