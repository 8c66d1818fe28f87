package org.hospitalviewer.ui.admin.jobs;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hospitalviewer.appliance.job.Schedule;
import org.hospitalviewer.appliance.job.ScheduledJob;

/** When a job runs by itself. */
final class ScheduleDialog extends Dialog {

    /** Ways of repeating, and not at all. */
    private enum Repeat { NEVER, MINUTES, DAILY, WEEKLY, MONTHLY }

    private static final LocalTime AT_NIGHT = LocalTime.of(2, 0);
    private static final int HALF_AN_HOUR = 30;

    private final Select<Repeat> repeat = new Select<>();
    private final IntegerField minutes = new IntegerField(getTranslation("admin.schedule.minutes"));
    private final TimePicker time = new TimePicker(getTranslation("admin.schedule.time"));
    private final Select<DayOfWeek> weekday = new Select<>();
    private final IntegerField day = new IntegerField(getTranslation("admin.schedule.day"));
    private final BiConsumer<Schedule, Boolean> listener;

    /** @param listener gets what was chosen, and whether it counts */
    ScheduleDialog(Optional<ScheduledJob> present, BiConsumer<Schedule, Boolean> listener) {
        this.listener = listener;
        setHeaderTitle(getTranslation("admin.schedule.title"));
        repeat.setLabel(getTranslation("admin.schedule.repeat"));
        repeat.setItems(Repeat.values());
        repeat.setItemLabelGenerator(value -> getTranslation("admin.schedule.repeat." + value));
        repeat.addValueChangeListener(event -> fit(event.getValue()));
        weekday.setLabel(getTranslation("admin.schedule.weekday"));
        weekday.setItems(DayOfWeek.values());
        weekday.setItemLabelGenerator(value -> value.getDisplayName(TextStyle.FULL, getLocale()));
        bound(minutes, Schedule.MAX_MINUTES);
        bound(day, Schedule.MAX_DAY_OF_MONTH);
        day.setHelperText(getTranslation("admin.schedule.day.help"));
        time.setStep(Duration.ofMinutes(HALF_AN_HOUR));
        fill(present);
        Div fields = new Div(repeat, minutes, weekday, day, time);
        fields.addClassName("admin-form");
        add(fields);
        Button save = new Button(getTranslation("admin.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("admin.cancel"), _ -> close()), save);
    }

    private static void bound(IntegerField field, int max) {
        field.setMin(1);
        field.setMax(max);
        field.setStepButtonsVisible(true);
    }

    private void fill(Optional<ScheduledJob> present) {
        minutes.setValue(HALF_AN_HOUR);
        time.setValue(AT_NIGHT);
        weekday.setValue(DayOfWeek.SUNDAY);
        day.setValue(1);
        repeat.setValue(present.filter(ScheduledJob::enabled).map(job -> fill(job.schedule())).orElse(Repeat.NEVER));
    }

    private Repeat fill(Schedule schedule) {
        return switch (schedule) {
            case Schedule.EveryMinutes(int every) -> {
                minutes.setValue(every);
                yield Repeat.MINUTES;
            }
            case Schedule.Daily(LocalTime at) -> {
                time.setValue(at);
                yield Repeat.DAILY;
            }
            case Schedule.Weekly(DayOfWeek on, LocalTime at) -> {
                weekday.setValue(on);
                time.setValue(at);
                yield Repeat.WEEKLY;
            }
            case Schedule.Monthly(int on, LocalTime at) -> {
                day.setValue(on);
                time.setValue(at);
                yield Repeat.MONTHLY;
            }
        };
    }

    private void fit(Repeat chosen) {
        minutes.setVisible(chosen == Repeat.MINUTES);
        weekday.setVisible(chosen == Repeat.WEEKLY);
        day.setVisible(chosen == Repeat.MONTHLY);
        time.setVisible(chosen == Repeat.DAILY || chosen == Repeat.WEEKLY || chosen == Repeat.MONTHLY);
    }

    private void save() {
        if (isIncomplete(minutes) || isIncomplete(day) || time.isVisible() && time.getValue() == null) {
            return; // the fields say why
        }
        listener.accept(chosen(), repeat.getValue() != Repeat.NEVER);
        close();
    }

    private static boolean isIncomplete(IntegerField field) {
        return field.isVisible() && (field.isInvalid() || field.getValue() == null);
    }

    private Schedule chosen() {
        return switch (repeat.getValue()) {
            case MINUTES -> new Schedule.EveryMinutes(minutes.getValue());
            case NEVER, DAILY -> new Schedule.Daily(time.getValue());
            case WEEKLY -> new Schedule.Weekly(weekday.getValue(), time.getValue());
            case MONTHLY -> new Schedule.Monthly(day.getValue(), time.getValue());
        };
    }
}
