package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Optional;
import org.hospitalviewer.appliance.job.Schedule;
import org.hospitalviewer.appliance.job.ScheduledJob;
import org.hospitalviewer.backup.Backups;

/** When backups are made by themselves. */
final class BackupTimes extends Div {

    private static final Duration STEP = Duration.ofMinutes(30);

    private enum Repeat { DAILY, WEEKLY, MONTHLY }

    private final Checkbox automatic = new Checkbox(getTranslation("admin.backup.automatic"), true);
    private final Select<Repeat> repeat = new Select<>();
    private final Select<DayOfWeek> weekday = new Select<>();
    private final IntegerField day = new IntegerField(getTranslation("admin.schedule.day"));
    private final TimePicker time = new TimePicker(getTranslation("admin.backup.time"));

    BackupTimes(Backups backups) {
        addClassName("backup-times");
        repeat.setLabel(getTranslation("admin.backup.repeat"));
        repeat.setItems(Repeat.values());
        repeat.setItemLabelGenerator(value -> getTranslation("admin.schedule.repeat." + value));
        weekday.setLabel(getTranslation("admin.schedule.weekday"));
        weekday.setItems(DayOfWeek.values());
        weekday.setItemLabelGenerator(value -> value.getDisplayName(TextStyle.FULL, getLocale()));
        day.setMin(1);
        day.setMax(Schedule.MAX_DAY_OF_MONTH);
        day.setStepButtonsVisible(true);
        day.setHelperText(getTranslation("admin.schedule.day.help"));
        time.setStep(STEP);
        automatic.addValueChangeListener(_ -> fit());
        repeat.addValueChangeListener(_ -> fit());
        add(automatic, repeat, weekday, day, time);
        fill(backups.schedule());
        fit();
    }

    private void fill(Optional<ScheduledJob> present) {
        weekday.setValue(DayOfWeek.SUNDAY);
        day.setValue(1);
        time.setValue(LocalTime.of(2, 0));
        automatic.setValue(present.map(ScheduledJob::enabled).orElse(true));
        repeat.setValue(fill(present.map(ScheduledJob::schedule).orElse(Backups.USUAL_SCHEDULE)));
    }

    private Repeat fill(Schedule schedule) {
        return switch (schedule) {
            case Schedule.EveryMinutes _ -> Repeat.DAILY;
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

    private void fit() {
        boolean shown = automatic.getValue();
        repeat.setVisible(shown);
        weekday.setVisible(shown && repeat.getValue() == Repeat.WEEKLY);
        day.setVisible(shown && repeat.getValue() == Repeat.MONTHLY);
        time.setVisible(shown);
    }

    boolean isAutomatic() {
        return automatic.getValue();
    }

    boolean isIncomplete() {
        return isAutomatic() && (time.getValue() == null || day.isVisible() && (day.isInvalid() || day.getValue() == null));
    }

    Schedule schedule() {
        LocalTime at = time.getValue() == null ? LocalTime.of(2, 0) : time.getValue();
        return switch (repeat.getValue()) {
            case DAILY -> new Schedule.Daily(at);
            case WEEKLY -> new Schedule.Weekly(weekday.getValue(), at);
            case MONTHLY -> new Schedule.Monthly(day.getValue() == null ? 1 : day.getValue(), at);
        };
    }
}
