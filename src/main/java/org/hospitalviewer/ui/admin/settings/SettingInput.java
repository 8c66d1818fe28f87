package org.hospitalviewer.ui.admin.settings;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hospitalviewer.appliance.settings.SettingField;
import org.hospitalviewer.appliance.settings.SettingProblem;
import org.hospitalviewer.appliance.settings.SettingValue;

/** The input of one setting, with its explanation, its source and what is wrong with it. */
final class SettingInput {

    private final Component component;
    private final HasValueAndElement<?, ?> state;
    private final Reader reader;
    private SettingValue shown;

    /** How the component's value becomes the setting's text and back. */
    private record Reader(Supplier<String> get, Consumer<String> set) {
    }

    private <V, C extends Component & HasValueAndElement<?, V>> SettingInput(C component, Function<V, String> text,
                                                                           Function<String, V> parse) {
        this.component = component;
        this.state = component;
        this.reader = new Reader(() -> text.apply(component.getValue()),
                value -> component.setValue(parse.apply(value)));
    }

    static SettingInput of(SettingValue value) {
        SettingInput input;
        if (value.field() == SettingField.BIND) {
            input = new SettingInput(new ExposureField(), Function.identity(), Function.identity());
        } else if (value.field().isSwitch()) {
            input = new SettingInput(new Checkbox(), String::valueOf, Boolean::valueOf);
        } else if (!value.field().choices().isEmpty()) {
            Select<String> choice = new Select<>();
            choice.setItems(value.field().choices());
            choice.setItemLabelGenerator(name -> label(value.field(), name));
            choice.setWidthFull();
            input = new SettingInput(choice, Function.identity(), Function.identity());
        } else {
            TextField field = new TextField();
            field.setWidthFull();
            input = new SettingInput(field, Function.identity(), Function.identity());
        }
        input.label(value.field());
        input.update(value);
        return input;
    }

    /** A language is called by its own name, in whatever language the page is. */
    private static String label(SettingField field, String choice) {
        return field == SettingField.DOCUMENT_LANGUAGE
                ? I18NProvider.translate(Locale.of(choice), "language.name")
                : I18NProvider.translate("admin.setting.choice." + choice);
    }

    private void label(SettingField field) {
        String label = component.getTranslation("admin.setting." + field);
        switch (component) {
            case TextField text -> text.setLabel(label);
            case Checkbox box -> box.setLabel(label);
            case Select<?> choice -> choice.setLabel(label);
            case ExposureField exposure -> exposure.setLabel(label);
            default -> throw new IllegalStateException("No other components are made here");
        }
    }

    Component component() {
        return component;
    }

    String value() {
        return reader.get().get();
    }

    boolean isFixed() {
        return shown.isFixed();
    }

    /** Shows a value that has been saved. */
    void update(SettingValue value) {
        shown = value;
        reader.set().accept(value.value());
        state.setReadOnly(value.isFixed());
        ((HasHelper) component).setHelperText(help());
    }

    private String help() {
        String help = component.getTranslation("admin.setting.help." + shown.field());
        String source = switch (shown.source()) {
            case DEFAULT, FILE -> shown.pending() ? component.getTranslation("admin.setting.pending") : "";
            case ENVIRONMENT -> component.getTranslation("admin.setting.environment");
            case COMMAND_LINE -> component.getTranslation("admin.setting.commandline");
        };
        return (help + " " + source).strip();
    }

    /** @param problem null when there is none */
    void show(SettingProblem problem) {
        HasValidation validation = (HasValidation) component;
        validation.setInvalid(problem != null);
        validation.setErrorMessage(problem == null ? "" : component.getTranslation("admin.setting.problem." + problem));
    }

    void focus() {
        if (component instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
