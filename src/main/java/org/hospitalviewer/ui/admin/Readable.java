package org.hospitalviewer.ui.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Sizes and times as people read them, in the appliance's time zone. */
public final class Readable {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};
    private static final int STEP = 1_000;
    private static final int FEW = 10;

    private Readable() {
    }

    /** Decimal units, as the labels of disks have them. */
    public static String bytes(long bytes, Locale locale) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        String number = unit > 0 && value < FEW ? String.format(locale, "%.1f", value)
                : String.format(locale, "%.0f", value);
        return number + " " + UNITS[unit];
    }

    /** Date and time of day; "" for null. */
    public static String moment(Instant time, Locale locale) {
        return time == null ? "" : time.atZone(ZoneId.systemDefault()).format(DateTimeFormatter
                .ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale));
    }

    /** Hours, minutes and seconds such as 1:02:03, the hours left out when there are none. */
    public static String duration(Duration duration) {
        String minutesAndSeconds = String.format(Locale.ROOT, "%d:%02d", duration.toMinutesPart(),
                duration.toSecondsPart());
        return duration.toHours() == 0 ? minutesAndSeconds
                : String.format(Locale.ROOT, "%d:%02d:%02d", duration.toHours(), duration.toMinutesPart(),
                        duration.toSecondsPart());
    }
}
