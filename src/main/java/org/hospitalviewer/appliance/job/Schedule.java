package org.hospitalviewer.appliance.job;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** When a job runs by itself, in the time zone of the appliance. */
public sealed interface Schedule {

    int MAX_MINUTES = (int) Duration.ofDays(7).toMinutes();
    int MAX_DAY_OF_MONTH = 31;

    /** The first time after the given one. */
    ZonedDateTime next(ZonedDateTime after);

    /** As {@link #parse} reads it. */
    String text();

    /** Again and again, that many minutes after the last time. */
    record EveryMinutes(int minutes) implements Schedule {
        public EveryMinutes {
            require(minutes >= 1 && minutes <= MAX_MINUTES, "minutes");
        }

        @Override
        public ZonedDateTime next(ZonedDateTime after) {
            return after.plusMinutes(minutes);
        }

        @Override
        public String text() {
            return "EVERY " + minutes;
        }
    }

    /** Each day; where the clock skips that time, as much later. */
    record Daily(LocalTime time) implements Schedule {
        @Override
        public ZonedDateTime next(ZonedDateTime after) {
            return first(after, after.toLocalDate(), after.toLocalDate().plusDays(1), time);
        }

        @Override
        public String text() {
            return "DAILY " + time;
        }
    }

    record Weekly(DayOfWeek day, LocalTime time) implements Schedule {
        @Override
        public ZonedDateTime next(ZonedDateTime after) {
            LocalDate date = after.toLocalDate().with(TemporalAdjusters.nextOrSame(day));
            return first(after, date, date.plusWeeks(1), time);
        }

        @Override
        public String text() {
            return "WEEKLY " + day + " " + time;
        }
    }

    /** Each month; on its last day where it has no such day. */
    record Monthly(int day, LocalTime time) implements Schedule {
        public Monthly {
            require(day >= 1 && day <= MAX_DAY_OF_MONTH, "day of the month");
        }

        @Override
        public ZonedDateTime next(ZonedDateTime after) {
            LocalDate month = after.toLocalDate().withDayOfMonth(1);
            return first(after, dayOf(month), dayOf(month.plusMonths(1)), time);
        }

        private LocalDate dayOf(LocalDate month) {
            return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
        }

        @Override
        public String text() {
            return "MONTHLY " + day + " " + time;
        }
    }

    /**
     * Reads a schedule: {@code EVERY 30}, {@code DAILY 02:00}, {@code WEEKLY SUNDAY 03:00}, {@code MONTHLY 1 03:00}.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Schedule parse(String text) {
        String[] words = text.strip().toUpperCase(Locale.ROOT).split(" +");
        try {
            return switch (words[0] + words.length) {
                case "EVERY2" -> new EveryMinutes(Integer.parseInt(words[1]));
                case "DAILY2" -> new Daily(LocalTime.parse(words[1]));
                case "WEEKLY3" -> new Weekly(DayOfWeek.valueOf(words[1]), LocalTime.parse(words[2]));
                case "MONTHLY3" -> new Monthly(Integer.parseInt(words[1]), LocalTime.parse(words[2]));
                default -> throw new IllegalArgumentException("No schedule: " + text);
            };
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("No schedule: " + text, e);
        }
    }

    private static ZonedDateTime first(ZonedDateTime after, LocalDate date, LocalDate later, LocalTime time) {
        ZonedDateTime candidate = ZonedDateTime.of(date, time, after.getZone());
        return candidate.isAfter(after) ? candidate : ZonedDateTime.of(later, time, after.getZone());
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Out of range: " + what);
        }
    }
}
