package org.hospitalviewer.ui.admin.templates;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.clinical.template.OfferedTemplate;
import org.hospitalviewer.clinical.template.ReportTemplate;
import org.hospitalviewer.clinical.template.Templates;

/** One template in the list, with what can be done to it. */
final class TemplateItem extends ListItem {

    private final OfferedTemplate offered;
    private final Templates templates;
    private final Runnable refresh;

    TemplateItem(OfferedTemplate offered, Templates templates, Runnable refresh) {
        this.offered = offered;
        this.templates = templates;
        this.refresh = refresh;
        addClassName("device");
        ReportTemplate template = offered.template();
        Span name = new Span(template.name());
        name.addClassName("device-name");
        Div title = new Div(name, badge(whose()));
        title.addClassName("user-title");
        if (!template.active()) {
            title.add(badge(getTranslation("admin.templates.off")));
        }
        Div what = new Div(Stream.of(String.join(", ", template.modalities()), String.join(", ", template.bodyParts()))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("  ·  ")));
        what.addClassName("quiet");
        add(new Div(title, what), buttons());
    }

    private static Span badge(String text) {
        Span badge = new Span(text);
        badge.addClassName("state");
        return badge;
    }

    private String whose() {
        if (!offered.builtIn()) {
            return getTranslation("admin.templates.own");
        }
        return getTranslation(offered.edited() ? "admin.templates.changed" : "admin.templates.builtin");
    }

    private Div buttons() {
        Div buttons = new Div(new Button(getTranslation("admin.templates.edit"),
                _ -> TemplateDialog.forPresent(offered.template(), templates, refresh).open()),
                tertiary("admin.templates.copy", () -> TemplateDialog.forCopy(offered.template(), templates, refresh).open()));
        buttons.addClassName("card-buttons");
        if (offered.builtIn() && offered.edited()) {
            buttons.add(tertiary("admin.templates.reset", () -> ask("admin.templates.reset")));
        } else if (!offered.builtIn()) {
            buttons.add(tertiary("admin.templates.delete", () -> ask("admin.templates.delete")));
        }
        return buttons;
    }

    private Button tertiary(String key, Runnable work) {
        Button button = new Button(getTranslation(key), _ -> work.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    /** @param key of the button; those of the question are below it */
    private void ask(String key) {
        boolean delete = !offered.builtIn();
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation(delete ? "admin.templates.delete.title" : "admin.templates.reset.title",
                offered.template().name()));
        question.setText(getTranslation(delete ? "admin.templates.delete.sentence" : "admin.templates.reset.sentence"));
        question.setConfirmText(getTranslation(key));
        question.setConfirmButtonTheme("error primary");
        question.setCancelable(true);
        question.setCancelText(getTranslation("admin.cancel"));
        question.addConfirmListener(_ -> {
            templates.reset(offered.template().key());
            refresh.run();
        });
        question.open();
    }
}
