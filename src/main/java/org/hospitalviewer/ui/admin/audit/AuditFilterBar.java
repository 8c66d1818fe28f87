package org.hospitalviewer.ui.admin.audit;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.hospitalviewer.access.AuditFilter;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.language.Texts;
import org.hospitalviewer.ui.CalendarTexts;

/** Words, action, result and days; each change is told at once. */
final class AuditFilterBar extends Div {

    private final TextField words = new TextField();
    private final ComboBox<String> action = new ComboBox<>();
    private final ComboBox<String> result = new ComboBox<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Consumer<AuditFilter> listener;

    AuditFilterBar(List<String> actions, Consumer<AuditFilter> listener) {
        this.listener = listener;
        addClassName("filter-bar");
        getElement().setAttribute("role", "search");
        words.setPlaceholder(getTranslation("admin.audit.filter.words"));
        words.setAriaLabel(getTranslation("admin.audit.filter.words"));
        words.setPrefixComponent(VaadinIcon.SEARCH.create());
        words.setClearButtonVisible(true);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.addClassName("filter-name");
        words.addValueChangeListener(_ -> tell());
        choice(action, actions, "admin.audit.action");
        choice(result, Arrays.stream(AuditLog.Result.values()).map(Enum::name).toList(), "admin.audit.result");
        action.setItemLabelGenerator(AuditFilterBar::words);
        result.setItemLabelGenerator(name -> getTranslation("admin.audit.result." + name));
        day(from, "worklist.filter.from");
        day(to, "worklist.filter.to");
        add(words, action, result, from, to);
    }

    /** READ_AUDIT_LOG as Read audit log, in the language of the screen; an action of another version as it is called. */
    static String words(String action) {
        if (Texts.has("admin.audit.action." + action)) {
            return I18NProvider.translate("admin.audit.action." + action);
        }
        String words = action.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private void choice(ComboBox<String> box, List<String> values, String label) {
        box.setItems(values);
        box.setClearButtonVisible(true);
        box.setPlaceholder(getTranslation(label));
        box.setAriaLabel(getTranslation(label));
        box.addValueChangeListener(_ -> tell());
    }

    private void day(DatePicker picker, String label) {
        picker.setPlaceholder(getTranslation(label));
        picker.setAriaLabel(getTranslation(label));
        picker.setClearButtonVisible(true);
        picker.setI18n(CalendarTexts.ofScreen().setDateFormat("yyyy-MM-dd"));
        picker.addValueChangeListener(_ -> tell());
    }

    private void tell() {
        listener.accept(new AuditFilter(words.getValue(), orAny(action), orAny(result), start(from.getValue()),
                start(to.getValue() == null ? null : to.getValue().plusDays(1))));
    }

    private static String orAny(ComboBox<String> box) {
        return box.getValue() == null ? "" : box.getValue();
    }

    private static Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneId.systemDefault()).toInstant();
    }
}
