package org.hospitalviewer.ui.viewer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.SecurityHeaders;
import org.hospitalviewer.access.Sessions;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.ui.LanguageChoice;
import org.hospitalviewer.ui.MessageProvider;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page of a study's images. It stands outside of the screens' framework: the first picture need not wait for that,
 * and the browser can keep the whole page for the time when the server is away ({@code frontend/reading-room}).
 */
@RestController
class ReadingRoomController {

    /** What lies beside the images' addresses, from the page's point of view. */
    private static final String ROOT = "../";

    private final ReadingRoomPage page;
    private final MessageProvider messages;
    private final Sessions sessions;
    private final Doorkeeper doorkeeper;
    private final Archive archive;
    private final LanguageChoice languages;

    ReadingRoomController(ReadingRoomPage page, MessageProvider messages, Sessions sessions, Doorkeeper doorkeeper,
                          Archive archive, LanguageChoice languages) {
        this.page = page;
        this.messages = messages;
        this.sessions = sessions;
        this.doorkeeper = doorkeeper;
        this.archive = archive;
        this.languages = languages;
    }

    /** Anything else at such an address is no study, and the screens say so. */
    @GetMapping("/viewer/{study:[0-9.]{1,64}}")
    @Requires(Action.USE_OWN_ACCOUNT)
    ResponseEntity<String> show(@PathVariable String study, HttpServletRequest request, HttpServletResponse response) {
        if (Account.current().mustChangePassword()) {
            return ResponseEntity.status(302).header(HttpHeaders.LOCATION, ROOT + "account").build();
        }
        doorkeeper.require(Action.VIEW_IMAGES, study);
        SecurityHeaders.allowOnlyImages(response);
        Locale locale = languages.of(request);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).contentType(MediaType.TEXT_HTML)
                .body(page.with(locale, furniture(locale)));
    }

    /** Elements of the page with their attributes; addresses are from the appliance's root. */
    private ObjectNode furniture(Locale locale) {
        ObjectNode room = JsonNodeFactory.instance.objectNode().put("title", text("viewer.page", locale));
        ObjectNode elements = room.putObject("elements");
        viewer(elements.putObject("dicom-viewer"), locale);
        if (Account.current().may(Action.READ_REPORTS)) {
            reports(elements.putObject("report-panel"), locale);
        }
        elements.putObject("idle-watch")
                .put("seconds", Long.toString(sessions.idleTimeout().toSeconds()))
                .put("warning", text("idle.warning", locale)).put("advice", text("idle.advice", locale));
        return room;
    }

    private void viewer(ObjectNode viewer, Locale locale) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        messages.textsBelow("viewer.text.", locale).forEach(texts::put);
        viewer.put("dicomweb", "dicom-web")
                .put("changes", "api/changes").put("changes-since", Long.toString(archive.lastChange()))
                .put("reader", Long.toString(Account.current().id()))
                .put("back", "worklist").put("back-label", text("viewer.back", locale))
                .put("measurements", "api/measurements").put("preferences", "api/preferences")
                .put("messages", texts.toString());
        if (Account.current().may(Action.EXPORT_IMAGES)) {
            viewer.put("study-zip", "api/studies/{study}/zip");
        } else {
            viewer.put("pictures-only", "");
        }
        if (!Account.current().may(Action.MEASURE_IMAGES)) {
            viewer.put("measurements-readonly", "");
        }
    }

    private void reports(ObjectNode panel, Locale locale) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        messages.textsBelow("report.text.", locale).forEach(texts::put);
        Account reader = Account.current();
        panel.put("api", "api").put("dicomweb", "dicom-web")
                .put("reader", Long.toString(reader.id()))
                .put("reader-name", reader.fullName().isBlank() ? reader.username() : reader.fullName())
                .put("label", text("report.button", locale)).put("width-label", text("report.width", locale))
                .put("prior-close", text("report.prior-close", locale)).put("messages", texts.toString());
        if (reader.may(Action.WRITE_REPORTS)) {
            panel.put("write", "");
        }
        if (reader.may(Action.DELETE_REPORTS)) {
            panel.put("delete", "");
        }
    }

    private String text(String key, Locale locale) {
        return messages.getTranslation(key, locale);
    }
}
