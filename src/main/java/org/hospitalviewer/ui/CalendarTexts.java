package org.hospitalviewer.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the calendar of a date field says, which speaks only English by itself. */
public final class CalendarTexts {

    private static final int DAYS_OF_WEEK = 7;

    private CalendarTexts() {
    }

    /** In the language of the present screen. */
    public static DatePickerI18n ofScreen() {
        UI screen = UI.getCurrent();
        Locale locale = screen.getLocale();
        return new DatePickerI18n()
                .setMonthNames(Stream.of(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.FULL_STANDALONE, locale)).toList())
                .setWeekdays(days(TextStyle.FULL_STANDALONE, locale))
                .setWeekdaysShort(days(TextStyle.SHORT_STANDALONE, locale))
                // Here the week is counted from Sunday = 0.
                .setFirstDayOfWeek(WeekFields.of(locale).getFirstDayOfWeek().getValue() % DAYS_OF_WEEK)
                .setToday(screen.getTranslation("calendar.today"))
                .setCancel(screen.getTranslation("calendar.cancel"));
    }

    private static List<String> days(TextStyle style, Locale locale) {
        return Stream.iterate(DayOfWeek.SUNDAY, day -> day.plus(1)).limit(DAYS_OF_WEEK)
                .map(day -> day.getDisplayName(style, locale)).toList();
    }
}
