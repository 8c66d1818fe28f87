package org.hospitalviewer.ui.admin.jobs;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobState;
import org.hospitalviewer.appliance.job.Schedule;
import org.hospitalviewer.appliance.job.ScheduledJob;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.Readable;

/** Jobs in words, in the language of the screen that asks. */
final class JobWords {

    private JobWords() {
    }

    static String name(Component screen, String kind) {
        return screen.getTranslation("admin.job.name." + kind);
    }

    static Span badge(Component screen, JobState state) {
        Span badge = new Span(screen.getTranslation("admin.job.state." + state));
        badge.addClassNames("state", "state-" + state.name().toLowerCase(Locale.ROOT));
        return badge;
    }

    /** What a run is at. */
    static String progress(Component screen, JobRun run) {
        if (run.state() == JobState.QUEUED) {
            return run.message().isEmpty() ? screen.getTranslation("admin.jobs.waiting")
                    : screen.getTranslation("admin.jobs.again", Said.here(run.message()));
        }
        String size = Readable.bytes(run.bytes(), locale(screen));
        return run.total() == 0 ? Said.here(run.note())
                : screen.getTranslation("admin.jobs.progress", run.done(), run.total(), size, run.current());
    }

    /** What came of a run, and when. */
    static String outcome(Component screen, JobRun run) {
        Locale locale = locale(screen);
        return screen.getTranslation("admin.jobs.outcome", Readable.moment(run.endedAt(), locale),
                Said.here(run.message()));
    }

    static String schedule(Component screen, Optional<ScheduledJob> job) {
        Locale locale = locale(screen);
        return job.filter(ScheduledJob::enabled).map(one -> screen.getTranslation("admin.jobs.scheduled",
                        sentence(screen, one.schedule(), locale), Readable.moment(one.nextRun(), locale)))
                .orElseGet(() -> screen.getTranslation("admin.jobs.unscheduled"));
    }

    private static String sentence(Component screen, Schedule schedule, Locale locale) {
        return switch (schedule) {
            case Schedule.EveryMinutes(int minutes) -> screen.getTranslation("admin.schedule.every", minutes);
            case Schedule.Daily(LocalTime time) -> screen.getTranslation("admin.schedule.daily", clock(time, locale));
            case Schedule.Weekly(DayOfWeek day, LocalTime time) -> screen.getTranslation("admin.schedule.weekly",
                    day.getDisplayName(TextStyle.FULL, locale), clock(time, locale));
            case Schedule.Monthly(int day, LocalTime time) ->
                    screen.getTranslation("admin.schedule.monthly", day, clock(time, locale));
        };
    }

    /** That of the reader; a component that is not on a screen yet has the one of the request. */
    private static Locale locale(Component screen) {
        return screen.getUI().map(UI::getLocale).orElseGet(() -> UI.getCurrent().getLocale());
    }

    private static String clock(LocalTime time, Locale locale) {
        return time.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale));
    }
}
