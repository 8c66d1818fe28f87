package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.hospitalviewer.clinical.report.ReadingFilter;
import org.hospitalviewer.ui.CalendarTexts;

/** The row of filters above the worklist. */
final class FilterBar extends Div {

    private static final List<String> MODALITIES =
            List.of("CR", "CT", "DX", "ES", "MG", "MR", "NM", "OT", "PT", "RF", "US", "XA");
    private static final int TYPING_PAUSE_MS = 250;

    private final TextField name = search("worklist.filter.name");
    private final TextField id = search("worklist.filter.id");
    private final ComboBox<String> modality = new ComboBox<>();
    private final Select<ReadingFilter> reading = new Select<>();
    private final Select<DatePeriod> period = new Select<>();
    private final DatePicker from = new DatePicker();
    private final DatePicker to = new DatePicker();
    private final Button clear = new Button(VaadinIcon.CLOSE_SMALL.create());
    private final Consumer<StudyFilter> listener;
    private boolean quiet;

    /**
     * @param offered what may be asked about reports
     * @param filter  to begin with
     */
    FilterBar(List<ReadingFilter> offered, StudyFilter filter, Consumer<StudyFilter> listener) {
        this.listener = listener;
        addClassName("filter-bar");
        getElement().setAttribute("role", "search");
        name.setPrefixComponent(VaadinIcon.SEARCH.create());
        name.addClassName("filter-name");
        modality.setItems(MODALITIES);
        modality.setClearButtonVisible(true);
        modality.setAllowCustomValue(true);
        modality.addCustomValueSetListener(
                event -> modality.setValue(event.getDetail().strip().toUpperCase(Locale.ROOT)));
        modality.setPlaceholder(getTranslation("worklist.filter.modality"));
        modality.setAriaLabel(getTranslation("worklist.filter.modality"));
        reading.setItems(offered);
        reading.setItemLabelGenerator(value -> getTranslation("worklist.reading." + value));
        reading.addClassName("filter-reading");
        reading.setAriaLabel(getTranslation("worklist.filter.reading"));
        period.setItems(DatePeriod.values());
        period.setItemEnabledProvider(value -> value != DatePeriod.CHOSEN);
        period.setItemLabelGenerator(value -> getTranslation("worklist.period." + value));
        period.setAriaLabel(getTranslation("worklist.filter.period"));
        period.addClassName("filter-period");
        date(from, "worklist.filter.from");
        date(to, "worklist.filter.to");
        clear.setText(getTranslation("worklist.filter.clear"));
        clear.addThemeVariants(ButtonVariant.TERTIARY);
        clear.addClickListener(_ -> show(StudyFilter.NONE));
        add(name, id, modality, reading, period, from, to, clear);
        listen();
        show(filter);
    }

    private void listen() {
        name.addValueChangeListener(_ -> changed());
        id.addValueChangeListener(_ -> changed());
        modality.addValueChangeListener(_ -> changed());
        reading.addValueChangeListener(_ -> changed());
        period.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                pickPeriod(event.getValue());
            }
        });
        from.addValueChangeListener(_ -> changedDays());
        to.addValueChangeListener(_ -> changedDays());
    }

    private void changedDays() {
        if (!quiet) {
            period.setValue(DatePeriod.of(from.getValue(), to.getValue(), LocalDate.now()));
            changed();
        }
    }

    private void pickPeriod(DatePeriod picked) {
        LocalDate today = LocalDate.now();
        quiet = true;
        from.setValue(picked.from(today));
        to.setValue(picked.to(today));
        quiet = false;
        changed();
    }

    private void show(StudyFilter filter) {
        quiet = true;
        name.setValue(filter.patientName());
        id.setValue(filter.patientId());
        modality.setValue(filter.modality().isEmpty() ? null : filter.modality());
        reading.setValue(filter.reading());
        period.setValue(DatePeriod.of(filter.from(), filter.to(), LocalDate.now()));
        from.setValue(filter.from());
        to.setValue(filter.to());
        quiet = false;
        changed();
    }

    private void changed() {
        if (quiet) {
            return;
        }
        StudyFilter filter = filter();
        clear.setVisible(!filter.equals(StudyFilter.NONE));
        listener.accept(filter);
    }

    private StudyFilter filter() {
        return new StudyFilter(name.getValue(), id.getValue(), modality.getValue() == null ? "" : modality.getValue(),
                from.getValue(), to.getValue(), reading.getValue());
    }

    private TextField search(String key) {
        TextField field = new TextField();
        field.setPlaceholder(getTranslation(key));
        field.setAriaLabel(getTranslation(key));
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPING_PAUSE_MS);
        return field;
    }

    private void date(DatePicker picker, String key) {
        picker.setI18n(CalendarTexts.ofScreen());
        picker.setPlaceholder(getTranslation(key));
        picker.setAriaLabel(getTranslation(key));
        picker.setClearButtonVisible(true);
    }
}
