package org.hospitalviewer.ui.admin.corrections;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.hospitalviewer.study.Correction;
import org.hospitalviewer.study.StudyCorrections;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.worklist.ChangedValue;

/** One correction, with what can be done about it. */
final class CorrectionItem extends ListItem {

    private static final int SHOWN_MS = 6_000;

    private final Correction correction;
    private final StudyCorrections corrections;
    private final Runnable refresh;

    CorrectionItem(Correction correction, StudyCorrections corrections, Runnable refresh) {
        this.correction = correction;
        this.corrections = corrections;
        this.refresh = refresh;
        addClassName("device");
        Span state = new Span(getTranslation("admin.corrections.state." + correction.state()));
        state.addClassNames("state", mood());
        Div words = new Div(new Div(state, quiet(getTranslation("admin.corrections.by",
                Readable.moment(correction.requestedAt(), UI.getCurrent().getLocale()), correction.requestedBy()))));
        correction.newValues().forEach((keyword, after) -> {
            String before = correction.oldValues().getOrDefault(keyword, "");
            if (!before.equals(after)) {
                words.add(new ChangedValue(getTranslation("study.attribute." + keyword), before, after));
            }
        });
        words.add(line(Said.here(correction.message()), "quiet"));
        int arrived = corrections.arrivedSince(correction);
        if (arrived > 0) {
            words.add(line(getTranslation("admin.corrections.arrived", arrived), "state-warning"));
        }
        add(words, buttons(arrived));
    }

    private String mood() {
        return switch (correction.state()) {
            case APPLIED -> "state-good";
            case FAILED -> "state-bad";
            case PENDING, UNDOING -> "state-running";
            case UNDONE -> "state-none";
        };
    }

    private static Span quiet(String text) {
        Span span = new Span(text);
        span.addClassName("quiet");
        return span;
    }

    private static Div line(String text, String className) {
        Div line = new Div(text);
        line.addClassName(className);
        return line;
    }

    private Div buttons(int arrived) {
        Div buttons = new Div();
        buttons.addClassName("card-buttons");
        if (corrections.canBeUndone(correction)) {
            if (arrived > 0 || correction.state() == Correction.State.FAILED) {
                buttons.add(new Button(getTranslation("admin.corrections.again"),
                        _ -> tell(corrections.applyAgain(correction.id()))));
            }
            Button undo = new Button(getTranslation("admin.corrections.undo"), _ -> askToUndo());
            undo.addThemeVariants(ButtonVariant.TERTIARY);
            buttons.add(undo);
        }
        return buttons;
    }

    private void askToUndo() {
        ConfirmDialog question = new ConfirmDialog(getTranslation("admin.corrections.undo.title"),
                getTranslation("admin.corrections.undo.sentence"), getTranslation("admin.corrections.undo"),
                _ -> tell(corrections.undo(correction.id())));
        question.setCancelable(true);
        question.setCancelText(getTranslation("admin.cancel"));
        question.open();
    }

    private void tell(boolean begun) {
        if (!begun) {
            Notification.show(getTranslation("admin.corrections.late"), SHOWN_MS, Notification.Position.MIDDLE);
        }
        refresh.run();
    }
}
