package org.hospitalviewer.appliance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final String BERLIN = "[Europe/Berlin]";

    @ParameterizedTest
    @CsvSource({
        "EVERY 30,            2026-01-31T23:45+01:00, 2026-02-01T00:15+01:00",
        "DAILY 02:00,         2026-01-31T01:59+01:00, 2026-01-31T02:00+01:00",
        "DAILY 02:00,         2026-01-31T02:00+01:00, 2026-02-01T02:00+01:00",
        "WEEKLY SUNDAY 03:00, 2026-11-22T02:00+01:00, 2026-11-22T03:00+01:00",
        "WEEKLY SUNDAY 03:00, 2026-11-22T03:00+01:00, 2026-11-29T03:00+01:00",
        "MONTHLY 31 04:30,    2026-01-31T04:30+01:00, 2026-02-28T04:30+01:00",
        "MONTHLY 31 04:30,    2026-02-28T04:30+01:00, 2026-03-31T04:30+02:00",
        "MONTHLY 1 03:00,     2026-12-15T00:00+01:00, 2027-01-01T03:00+01:00",
    })
    void theNextTimeIsTheFirstOneAfterNow(String schedule, String now, String next) {
        assertThat(Schedule.parse(schedule).next(ZonedDateTime.parse(now + BERLIN)))
                .isEqualTo(ZonedDateTime.parse(next + BERLIN));
    }

    @Test
    void aTimeThatTheClockSkipsInSpringIsAnHourLaterThatDay() {
        assertThat(Schedule.parse("DAILY 02:30").next(ZonedDateTime.parse("2026-03-28T12:00+01:00" + BERLIN)))
                .isEqualTo(ZonedDateTime.parse("2026-03-29T03:30+02:00" + BERLIN));
    }

    @Test
    void aTimeThatComesTwiceInAutumnIsUsedOnce() {
        ZonedDateTime first = Schedule.parse("DAILY 02:30").next(ZonedDateTime.parse("2026-10-24T12:00+02:00" + BERLIN));
        assertThat(first).isEqualTo(ZonedDateTime.parse("2026-10-25T02:30+02:00" + BERLIN));
        assertThat(Schedule.parse("DAILY 02:30").next(first))
                .isEqualTo(ZonedDateTime.parse("2026-10-26T02:30+01:00" + BERLIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EVERY 1", "DAILY 23:59", "WEEKLY MONDAY 00:00", "MONTHLY 31 12:15"})
    void aScheduleIsReadAsItIsWritten(String text) {
        assertThat(Schedule.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "EVERY", "EVERY 0", "EVERY -5", "EVERY 99999999", "EVERY x", "DAILY 25:00", "DAILY 2",
        "WEEKLY FUNDAY 03:00", "MONTHLY 32 03:00", "MONTHLY 0 03:00", "HOURLY 3", "DAILY 02:00 03:00"})
    void whatIsNoScheduleIsRefused(String text) {
        assertThatThrownBy(() -> Schedule.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePauseBeforeAnotherAttemptDoublesUpToABound() {
        RetryPolicy policy = new RetryPolicy(5, Duration.ofSeconds(10), Duration.ofSeconds(30));
        assertThat(policy.pauseAfter(1)).contains(Duration.ofSeconds(10));
        assertThat(policy.pauseAfter(2)).contains(Duration.ofSeconds(20));
        assertThat(policy.pauseAfter(4)).contains(Duration.ofSeconds(30));
        assertThat(policy.pauseAfter(5)).isEmpty();
        assertThat(RetryPolicy.NEVER.pauseAfter(1)).isEmpty();
    }
}
