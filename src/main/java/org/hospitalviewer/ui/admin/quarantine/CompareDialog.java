package org.hospitalviewer.ui.admin.quarantine;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.archive.Comparison;
import org.hospitalviewer.archive.Quarantined;
import org.hospitalviewer.archive.QuarantineReview.Decision;
import org.hospitalviewer.study.StudyQuarantine;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.worklist.ChangedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stored object and the new one beside each other, with what differs, and the decision. */
final class CompareDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(CompareDialog.class);
    private static final int SHOWN_MS = 8_000;

    private final Quarantined object;
    private final StudyQuarantine quarantine;
    private final Runnable refresh;
    private final Checkbox all = new Checkbox();
    private final List<Quarantined> alike;

    CompareDialog(Quarantined object, StudyQuarantine quarantine, Runnable refresh) {
        this.object = object;
        this.quarantine = quarantine;
        this.refresh = refresh;
        this.alike = quarantine.alike(object);
        setHeaderTitle(getTranslation("admin.quarantine.compare.title"));
        setWidth("min(56rem, 96vw)");
        Comparison comparison = quarantine.compare(object.id()).orElse(null);
        if (comparison == null) {
            add(new Paragraph(getTranslation("admin.quarantine.gone")));
            getFooter().add(new Button(getTranslation("admin.cancel"), _ -> close()));
            return;
        }
        add(pictures(comparison), verdict(comparison), differences(comparison));
        if (!alike.isEmpty()) {
            all.setLabel(getTranslation("admin.quarantine.all", alike.size()));
            add(all);
        }
        addButtons(comparison);
    }

    private Div pictures(Comparison comparison) {
        Div pictures = new Div();
        pictures.addClassName("compared-pictures");
        if (comparison.storedIsThere()) {
            pictures.add(picture("stored", "admin.quarantine.stored"));
        }
        pictures.add(picture("arrived", "admin.quarantine.arrived"));
        return pictures;
    }

    private Div picture(String which, String label) {
        Image image = new Image("api/quarantine/" + object.id() + "/" + which + "/picture", getTranslation(label));
        return new Div(new H3(getTranslation(label)), image);
    }

    private Paragraph verdict(Comparison comparison) {
        return new Paragraph(getTranslation(!comparison.storedIsThere() ? "admin.quarantine.storedgone"
                : comparison.samePixels() ? "admin.quarantine.samepixels" : "admin.quarantine.otherpixels"));
    }

    private Div differences(Comparison comparison) {
        Div list = new Div();
        list.addClassName("compared-values");
        for (Comparison.Difference difference : comparison.differences()) {
            list.add(new ChangedValue(QuarantineView.joined(difference.keyword(), difference.path()),
                    difference.stored(), difference.arrived()));
        }
        if (!comparison.complete()) {
            list.add(new Paragraph(getTranslation("admin.quarantine.more")));
        }
        return list;
    }

    private void addButtons(Comparison comparison) {
        getFooter().add(new Button(getTranslation("admin.quarantine.later"), _ -> close()));
        if (comparison.storedIsThere()) {
            getFooter().add(decision(Decision.KEEP_BOTH), decision(Decision.REPLACE));
            Button keep = decision(Decision.KEEP_STORED);
            keep.addThemeVariants(ButtonVariant.PRIMARY);
            getFooter().add(keep);
        } else {
            getFooter().add(decision(Decision.KEEP_STORED), decision(Decision.REPLACE));
        }
    }

    private Button decision(Decision decision) {
        Button button = new Button(getTranslation("admin.quarantine.decision." + decision), _ -> decide(decision));
        button.setTooltipText(getTranslation("admin.quarantine.decision.help." + decision));
        return button;
    }

    private void decide(Decision decision) {
        List<Quarantined> objects = new ArrayList<>(List.of(object));
        if (all.getValue()) {
            objects.addAll(alike);
        }
        int done = 0;
        String trouble = "";
        for (Quarantined one : objects) {
            try {
                done += quarantine.decide(one.id(), decision) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("The decision {} about {} failed", decision, one.sopInstanceUid(), e);
                trouble = Said.here(e.getMessage());
            }
        }
        Notification.show(trouble.isEmpty() ? getTranslation("admin.quarantine.decided", done)
                : getTranslation("admin.quarantine.failed", trouble), SHOWN_MS, Notification.Position.BOTTOM_START);
        close();
        refresh.run();
    }
}
