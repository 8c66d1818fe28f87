package org.hospitalviewer.ui.admin.templates;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hospitalviewer.clinical.template.OfferedTemplate;
import org.hospitalviewer.clinical.template.ReportTemplate;
import org.hospitalviewer.clinical.template.TemplateField;
import org.hospitalviewer.clinical.template.Templates;
import org.hospitalviewer.ui.KeptDialog;

/** All that a template says. */
final class TemplateDialog extends KeptDialog {

    private final Templates templates;
    /** Of the template that is changed; empty for a copy, which gets one of its own. */
    private final String key;
    private final TextField name = line("admin.template.name");
    private final TextField title = line("admin.template.caption");
    private final TextField modalities = line("admin.template.modalities");
    private final TextField bodyParts = line("admin.template.bodyparts");
    private final TextField words = line("admin.template.words");
    private final TextArea indication = text("admin.template.indication");
    private final TextArea technique = text("admin.template.technique");
    private final TextArea findings = text("admin.template.findings");
    private final TextArea impression = text("admin.template.impression");
    private final Checkbox active = new Checkbox(getTranslation("admin.template.active"));
    private final List<FieldRow> fields = new ArrayList<>();
    private final Div rows = new Div();

    private TemplateDialog(String heading, String key, ReportTemplate template, Templates templates, Runnable done) {
        super(heading);
        this.key = key;
        this.templates = templates;
        setWidth("min(52rem, 100%)");
        rows.addClassName("admin-form");
        modalities.setHelperText(getTranslation("admin.template.modalities.help"));
        bodyParts.setHelperText(getTranslation("admin.template.bodyparts.help"));
        words.setHelperText(getTranslation("admin.template.words.help"));
        Button more = new Button(getTranslation("admin.template.field.add"), VaadinIcon.PLUS.create(),
                _ -> add(new TemplateField("", "", TemplateField.Kind.TEXT, "", List.of(), "", false)).begin());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        form().add(name, title, active, modalities, bodyParts, words, indication, technique, findings, impression,
                new H3(getTranslation("admin.template.fields")), rows, new Div(more));
        fill(template);
        getFooter().add(cancel(), onceOnly(getTranslation("admin.save"), () -> keep(this::kept, this::gone, done)));
    }

    static TemplateDialog forPresent(ReportTemplate template, Templates templates, Runnable done) {
        return new TemplateDialog(template.name(), template.key(), template, templates, done);
    }

    static TemplateDialog forCopy(ReportTemplate template, Templates templates, Runnable done) {
        TemplateDialog dialog = new TemplateDialog("", "", template, templates, done);
        dialog.setHeaderTitle(dialog.getTranslation("admin.templates.copy.title", template.name()));
        dialog.name.setValue(dialog.getTranslation("admin.templates.copy.name", template.name()));
        return dialog;
    }

    private TextField line(String label) {
        TextField field = new TextField(getTranslation(label));
        field.setWidthFull();
        return field;
    }

    private TextArea text(String label) {
        TextArea area = new TextArea(getTranslation(label));
        area.setWidthFull();
        area.setMaxHeight("18rem");
        return area;
    }

    private void fill(ReportTemplate template) {
        name.setValue(template.name());
        title.setValue(template.title());
        modalities.setValue(String.join(", ", template.modalities()));
        bodyParts.setValue(String.join(", ", template.bodyParts()));
        words.setValue(String.join(", ", template.words()));
        indication.setValue(template.indication());
        technique.setValue(template.technique());
        findings.setValue(template.findings());
        impression.setValue(template.impression());
        active.setValue(template.active());
        template.fields().forEach(this::add);
    }

    private FieldRow add(TemplateField field) {
        FieldRow row = new FieldRow(field, removed -> {
            fields.remove(removed);
            rows.remove(removed);
        });
        fields.add(row);
        rows.add(row);
        return row;
    }

    private Optional<OfferedTemplate> kept() {
        return key.isEmpty() ? Optional.of(templates.add(value(freshKey()))) : templates.change(key, value(key));
    }

    private void gone() {
        tell(getTranslation("admin.template.gone"));
    }

    private ReportTemplate value(String valueKey) {
        return new ReportTemplate(valueKey, name.getValue(), list(modalities.getValue().toUpperCase(Locale.ROOT)),
                list(bodyParts.getValue().toUpperCase(Locale.ROOT)), list(words.getValue().toLowerCase(Locale.ROOT)),
                title.getValue(), indication.getValue(), technique.getValue(), findings.getValue(), impression.getValue(),
                FieldNames.complete(fields.stream().map(FieldRow::value).toList()), active.getValue());
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    /** Out of the name, with a number where there is such a key already. */
    private String freshKey() {
        Set<String> taken = templates.all().stream().map(one -> one.template().key()).collect(Collectors.toSet());
        return FieldNames.fresh(FieldNames.plain(name.getValue(), "-", 50, "template"), "-", taken);
    }
}
