package org.hospitalviewer.ui.admin.trash;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.archive.Trash;
import org.hospitalviewer.archive.TrashEntry;
import org.hospitalviewer.study.StudyTrash;
import org.hospitalviewer.ui.PatientNameText;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.worklist.StudyRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One deleted study, with what can be done to it. */
final class TrashItem extends ListItem {

    private static final Logger LOG = LoggerFactory.getLogger(TrashItem.class);
    private static final int SHOWN_MS = 8_000;

    private final TrashEntry entry;
    private final StudyTrash trash;
    private final Runnable refresh;
    private final Locale locale = UI.getCurrent().getLocale();

    /** @param days how long entries are kept */
    TrashItem(TrashEntry entry, StudyTrash trash, int days, Runnable refresh) {
        this.entry = entry;
        this.trash = trash;
        this.refresh = refresh;
        addClassName("device");
        Span title = new Span(name());
        title.addClassName("device-name");
        Div head = new Div(title);
        if (entry.kind() == TrashEntry.Kind.OBJECT) {
            Span badge = new Span(getTranslation("admin.trash.object"));
            badge.addClassName("state");
            head.add(new Text(" "), badge);
        }
        add(new Div(head, quiet(what()), quiet(getTranslation("admin.trash.deleted",
                Readable.moment(entry.deletedAt(), locale), entry.deletedBy(), daysLeft(days)))), buttons());
    }

    private static Div quiet(String text) {
        Div line = new Div(text);
        line.addClassName("quiet");
        return line;
    }

    private String name() {
        String name = PatientNameText.of(entry.patientName());
        return Stream.of(name, entry.patientId()).filter(text -> !text.isBlank())
                .collect(Collectors.collectingAndThen(Collectors.joining("  ·  "), text -> text.isEmpty() ? "–" : text));
    }

    private String what() {
        return Stream.of(entry.modalities(), StudyRow.date(entry.studyDate(), locale), entry.studyDescription(),
                        getTranslation("admin.trash.images", entry.instances()), Readable.bytes(entry.bytes(), locale))
                .filter(text -> !text.isBlank()).collect(Collectors.joining("  ·  "));
    }

    private long daysLeft(int days) {
        Instant end = entry.deletedAt().plus(days, ChronoUnit.DAYS);
        return Math.max(0, Math.ceilDiv(Duration.between(Instant.now(), end).toHours(), 24));
    }

    private Div buttons() {
        Div buttons = new Div(new Button(getTranslation("admin.trash.restore"), event -> {
            event.getSource().setEnabled(false);
            restore();
        }));
        buttons.addClassName("card-buttons");
        if (Account.current().may(Action.PURGE_TRASH)) {
            Button purge = new Button(getTranslation("admin.trash.purge"), _ -> askToPurge());
            purge.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.ERROR);
            buttons.add(purge);
        }
        return buttons;
    }

    private void restore() {
        tell(() -> trash.restore(entry.id()).map(this::words).orElse(getTranslation("admin.trash.gone")));
    }

    private String words(Trash.Restored restored) {
        return getTranslation("admin.trash.restored", restored.restored() + restored.present(), restored.quarantined());
    }

    private void askToPurge() {
        ConfirmDialog question = new ConfirmDialog(getTranslation("admin.trash.purge.title"),
                getTranslation("admin.trash.purge.sentence", name(), entry.instances()),
                getTranslation("admin.trash.purge"), _ -> tell(() -> getTranslation(trash.purge(entry.id())
                        ? "admin.trash.purged" : "admin.trash.gone")));
        question.setConfirmButtonTheme("error primary");
        question.setCancelable(true);
        question.setCancelText(getTranslation("admin.cancel"));
        question.open();
    }

    private void tell(Supplier<String> work) {
        try {
            Notification.show(work.get(), SHOWN_MS, Notification.Position.BOTTOM_START);
        } catch (RuntimeException e) {
            LOG.error("The trash entry {} could not be changed", entry.id(), e);
            Notification.show(getTranslation("admin.trash.failed", Said.here(e.getMessage())), SHOWN_MS,
                    Notification.Position.MIDDLE);
        }
        refresh.run();
    }
}
