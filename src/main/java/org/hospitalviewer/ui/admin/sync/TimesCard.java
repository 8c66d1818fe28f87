package org.hospitalviewer.ui.admin.sync;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.hospitalviewer.sync.Sync;
import org.hospitalviewer.sync.SyncRules;
import org.hospitalviewer.sync.SyncTargets;
import org.hospitalviewer.ui.CalendarTexts;

/** When it runs by itself, and which studies go out. */
final class TimesCard extends Section {

    private static final int MAX_MINUTES = 24 * 60;

    private final Sync sync;
    private final SyncTargets targets;
    private final Runnable refresh;
    private final Checkbox automatic = new Checkbox(getTranslation("admin.sync.automatic"));
    private final IntegerField minutes = new IntegerField(getTranslation("admin.sync.minutes"));
    private final TextField modalities = new TextField(getTranslation("admin.sync.modalities"));
    private final DatePicker since = new DatePicker(getTranslation("admin.sync.since"));
    private final Checkbox onlyReported = new Checkbox(getTranslation("admin.sync.reported"));
    private final Checkbox onlyPublished = new Checkbox(getTranslation("admin.sync.published"));
    private final Span saved = new Span();

    TimesCard(Sync sync, SyncTargets targets, Runnable refresh) {
        this.sync = sync;
        this.targets = targets;
        this.refresh = refresh;
        addClassNames("admin-card", "sync-times");
        Sync.Status status = sync.status();
        automatic.setValue(status.automatic());
        minutes.setValue(status.minutes());
        minutes.setMin(1);
        minutes.setMax(MAX_MINUTES);
        minutes.setStepButtonsVisible(true);
        minutes.setI18n(new IntegerField.IntegerFieldI18n().setMinErrorMessage(getTranslation("admin.sync.minutes.wrong"))
                .setMaxErrorMessage(getTranslation("admin.sync.minutes.wrong"))
                .setBadInputErrorMessage(getTranslation("admin.sync.minutes.wrong")));
        modalities.setValue(String.join(", ", targets.rules().modalities()));
        modalities.setHelperText(getTranslation("admin.sync.modalities.help"));
        since.setValue(targets.rules().since());
        since.setI18n(CalendarTexts.ofScreen());
        since.setClearButtonVisible(true);
        since.setHelperText(getTranslation("admin.sync.since.help"));
        onlyReported.setValue(targets.rules().onlyReported());
        onlyPublished.setValue(targets.rules().onlyPublished());
        onlyPublished.setHelperText(getTranslation("admin.sync.published.help"));
        Button save = new Button(getTranslation("admin.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        saved.getElement().setAttribute("role", "status");
        saved.addClassName("state-good");
        Div fields = new Div(automatic, minutes, modalities, since, onlyReported, onlyPublished);
        fields.addClassName("sync-fields");
        Div buttons = new Div(save, saved);
        buttons.addClassName("card-buttons");
        add(new H2(getTranslation("admin.sync.rules")), fields, buttons);
    }

    private void save() {
        saved.setText("");
        modalities.setInvalid(false);
        if (minutes.isInvalid() || minutes.isEmpty() || since.isInvalid()) {
            return;
        }
        try {
            targets.change(new SyncRules(modalities.isEmpty() ? List.of() : List.of(modalities.getValue().strip()
                    .split("[,;\\s]+")), since.getValue(), onlyReported.getValue(),
                    onlyPublished.getValue()));
        } catch (IllegalArgumentException e) {
            modalities.setErrorMessage(getTranslation("admin.sync.modalities.wrong"));
            modalities.setInvalid(true);
            return;
        }
        sync.automatic(automatic.getValue(), minutes.getValue());
        saved.setText(getTranslation("admin.sync.saved"));
        refresh.run();
    }
}
