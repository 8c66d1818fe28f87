package org.hospitalviewer.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.assertj.core.api.SoftAssertions;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.peers.PeerProgram;
import org.junit.jupiter.api.Test;

/** The program in Spanish, as the browser asks for it or as somebody chooses it. */
@BrowserTest
class LanguageIT {

    /** Screens of the administrator with the heading of each. */
    private static final List<List<String>> ROOMS = List.of(List.of("/admin", "Panel"),
            List.of("/admin/import", "Importar carpeta"), List.of("/account", FreshHome.ADMIN));

    @Test
    void whoseBrowserAsksForSpanishReadsSpanish(Visitors visitors, Clinic clinic) {
        clinic.withPhantom();
        SoftAssertions.assertSoftly(screens -> {
            look(visitors.atSpanishDesk(), clinic, "desk", screens);
            look(visitors.onSpanishPhone(), clinic, "phone", screens);
        });
    }

    private static void look(Visit visit, Clinic clinic, String display, SoftAssertions screens) {
        visit.page().navigate(clinic.url("/login"));
        assertThat(visit.page().getByText("Inicie sesión para ver las imágenes de esta clínica.")).isVisible();
        Accessibility.assertNothingSerious(visit);
        fits(visit, "spanish-login-" + display, screens);
        logIn(visit);
        AdminPages.assertHeading(visit, "Panel");
        assertThat(visit.page().locator("html")).hasAttribute("lang", "es-MX");
        WorklistPage.open(visit, clinic);
        assertThat(visit.page().getByPlaceholder("Nombre del paciente").first()).isVisible();
        fits(visit, "spanish-worklist-" + display, screens);
        visit.page().navigate(clinic.url("/viewer/" + Phantom.studyInstanceUid()));
        assertThat(visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ventana/nivel")).first())
                .isVisible();
        ViewerPage.shownTo(visit);
        fits(visit, "spanish-viewer-" + display, screens);
        for (List<String> room : ROOMS) {
            visit.page().navigate(clinic.url(room.getFirst()));
            AdminPages.assertHeading(visit, room.getLast());
            fits(visit, "spanish" + room.getFirst().replace('/', '-') + "-" + display, screens);
        }
    }

    @Test
    void anotherLanguageIsChosenAtTheLoginAndForTheAccount(Visitors visitors, Clinic clinic) {
        Visit visit = visitors.atDesk();
        LoginPage.open(visit, clinic);
        link(visit, "Español").click();
        assertThat(visit.page().getByText("Inicie sesión para ver")).isVisible();
        logIn(visit);
        AdminPages.assertHeading(visit, "Panel");

        choose(visit, clinic, "Páginas e imágenes en", "English");
        assertThat(visit.page().getByText("Keys for programs")).isVisible();
        choose(visit, clinic, "Pages and images in", "As the browser says");
        assertThat(visit.page().getByText("Claves para programas")).isVisible();
    }

    @Test
    void whatServicesSayAndWhatIsPrintedIsInSpanishToo(Visitors visitors, Clinic clinic) throws Exception {
        clinic.withPhantom();
        Visit visit = visitors.atSpanishDesk();
        visit.page().navigate(clinic.url("/login"));
        logIn(visit);
        AdminPages.assertHeading(visit, "Panel");

        visit.page().navigate(clinic.url("/admin/jobs"));
        Locator check = visit.page().locator(".job-card", new Page.LocatorOptions().setHasText("Comprobar los archivos"));
        check.getByText("Iniciar ahora").click();
        assertThat(check.locator(".job-now")).containsText("Todos los archivos están íntegros.",
                new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        visit.picture("spanish-jobs");
        visit.page().navigate(clinic.url("/admin/audit"));
        assertThat(visit.page().getByText("Leer el registro de auditoría").first()).isVisible();
        visit.picture("spanish-audit");
        visit.expecting("404");
        assertThat(visit.page().evaluate("fetch('../api/reports/987654321').then(answer => answer.json()).then(it => it.detail)"))
                .isEqualTo("No existe el informe 987654321.");

        printIn(visit, clinic, "Español");
        visit.picture("spanish-settings");
        assertThat(sample(visit, clinic)).contains("Informe de muestra", "BORRADOR – sin firmar", "Página 1 de 1");
        printIn(visit, clinic, "English");
        assertThat(sample(visit, clinic)).contains("Sample of a report", "DRAFT – not signed", "Page 1 of 1");
    }

    private static void printIn(Visit visit, Clinic clinic, String language) {
        visit.page().navigate(clinic.url("/admin/settings"));
        visit.page().getByRole(AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName(Pattern.compile("Idioma de informes y recetas"))).click();
        visit.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(language).setExact(true)).click();
        AdminPages.button(visit, "Guardar").click();
        assertThat(visit.page().getByText("Guardado", new Page.GetByTextOptions().setExact(true))).isVisible();
    }

    /** What stands on the sample of a paper. */
    private static String sample(Visit visit, Clinic clinic) throws IOException, InterruptedException {
        Path pdf = Files.write(Path.of("target", "screenshots", "spanish-sample.pdf"),
                visit.page().request().get(clinic.url("/api/letterhead/sample")).body());
        return PeerProgram.of("pdftotext", "poppler-utils").run(List.of(), "-layout", pdf.toString(), "-");
    }

    @Test
    void theSupportFileIsHadByAClick(Visitors visitors, Clinic clinic) throws IOException {
        clinic.withPhantom();
        Visit visit = visitors.atDesk();
        clinic.admit(visit);
        DashboardPage.open(visit, clinic).waitUntilCounted();

        Locator bundle = link(visit, "Download the support file");
        bundle.scrollIntoViewIfNeeded();
        visit.picture("dashboard-support");
        Download file = visit.page().waitForDownload(bundle::click);

        assertThat(file.suggestedFilename()).matches("support-\\d{4}-\\d\\d-\\d\\d\\.zip");
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            assertThat(new String(zip.getInputStream(zip.getEntry("logs/viewer.log")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("Association from … at …").doesNotContain("STORESCU");
        }
    }

    private static void choose(Visit visit, Clinic clinic, String label, String language) {
        visit.page().navigate(clinic.url("/account"));
        visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(label))).click();
        visit.page().getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(language).setExact(true)).click();
    }

    private static void logIn(Visit visit) {
        visit.page().getByLabel("Usuario").fill(FreshHome.ADMIN);
        visit.page().getByLabel("Contraseña", new Page.GetByLabelOptions().setExact(true)).fill(FreshHome.PASSWORD);
        AdminPages.button(visit, "Iniciar sesión").click();
    }

    private static Locator link(Visit visit, String name) {
        return visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void fits(Visit visit, String picture, SoftAssertions screens) {
        visit.picture(picture);
        screens.check(() -> Screen.assertNothingIsOutside(visit));
    }
}
