package org.hospitalviewer.ui.admin.templates;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hospitalviewer.clinical.template.TemplateField;
import org.hospitalviewer.clinical.template.TemplateField.Choice;
import org.hospitalviewer.clinical.template.TemplateField.Kind;

/** One value that a template asks for. */
final class FieldRow extends Div {

    /** Divides a choice from what follows from it. */
    private static final String NOTE = " | ";

    private final String name;
    private final TextField label = new TextField(getTranslation("admin.template.field.label"));
    private final Select<Kind> kind = new Select<>();
    private final TextField unit = new TextField(getTranslation("admin.template.field.unit"));
    private final TextField initially = new TextField(getTranslation("admin.template.field.default"));
    private final TextArea choices = new TextArea(getTranslation("admin.template.field.choices"));
    private final Checkbox required = new Checkbox(getTranslation("admin.template.field.required"));

    FieldRow(TemplateField field, Consumer<FieldRow> removed) {
        name = field.name();
        addClassName("medicine-fields");
        kind.setLabel(getTranslation("admin.template.field.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(one -> getTranslation("admin.template.kind." + one));
        kind.addValueChangeListener(_ -> fit());
        label.addClassName("wide");
        choices.addClassName("wide");
        choices.setHelperText(getTranslation("admin.template.field.choices.help"));
        choices.setMaxHeight("14rem");
        label.setValue(field.label());
        kind.setValue(field.kind());
        unit.setValue(field.unit());
        initially.setValue(field.defaultValue());
        choices.setValue(field.choices().stream().map(FieldRow::line).collect(Collectors.joining("\n")));
        required.setValue(field.required());
        Button remove = new Button(getTranslation("admin.template.field.remove"), _ -> removed.accept(this));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(getTranslation("admin.template.field.remove") + " " + field.label());
        Div last = new Div(required, remove);
        last.addClassNames("medicine-head", "wide");
        add(label, kind, unit, initially, choices, last);
        fit();
    }

    /** A unit belongs to numbers, choices to a choice. */
    private void fit() {
        unit.setVisible(kind.getValue() == Kind.NUMBER);
        choices.setVisible(kind.getValue() == Kind.CHOICE);
    }

    private static String line(Choice choice) {
        return choice.note().isEmpty() ? choice.value() : choice.value() + NOTE + choice.note();
    }

    TemplateField value() {
        List<Choice> listed = kind.getValue() == Kind.CHOICE
                ? choices.getValue().lines().map(String::strip).filter(line -> !line.isEmpty()).map(FieldRow::choice).toList()
                : List.of();
        return new TemplateField(name, label.getValue().strip(), kind.getValue(),
                kind.getValue() == Kind.NUMBER ? unit.getValue().strip() : "", listed, initially.getValue().strip(),
                required.getValue());
    }

    private static Choice choice(String line) {
        int at = line.indexOf(NOTE);
        return at < 0 ? new Choice(line, "")
                : new Choice(line.substring(0, at).strip(), line.substring(at + NOTE.length()).strip());
    }

    void begin() {
        label.focus();
    }
}
