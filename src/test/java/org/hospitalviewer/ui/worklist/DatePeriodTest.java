package org.hospitalviewer.ui.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DatePeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    @ParameterizedTest
    @CsvSource(textBlock = """
            TODAY,        2024-03-01, 2024-03-01
            YESTERDAY,    2024-02-29, 2024-02-29
            LAST_7_DAYS,  2024-02-24, 2024-03-01
            LAST_30_DAYS, 2024-02-01, 2024-03-01
            """)
    void aPeriodCountsTodayAsItsLastDay(DatePeriod period, LocalDate from, LocalDate to) {
        assertThat(period.from(TODAY)).isEqualTo(from);
        assertThat(period.to(TODAY)).isEqualTo(to);
    }

    @ParameterizedTest
    @EnumSource(names = {"ANY", "CHOSEN"})
    void othersSetNoDays(DatePeriod period) {
        assertThat(period.from(TODAY)).isNull();
        assertThat(period.to(TODAY)).isNull();
    }

    @ParameterizedTest
    @EnumSource(names = "CHOSEN", mode = EnumSource.Mode.EXCLUDE)
    void thePeriodOfItsOwnDaysIsFoundAgain(DatePeriod period) {
        assertThat(DatePeriod.of(period.from(TODAY), period.to(TODAY), TODAY)).isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2024-01-01, 2024-01-31
            2024-03-01, -
            -, 2024-03-01
            """)
    void otherDaysAreChosenOnes(LocalDate from, LocalDate to) {
        assertThat(DatePeriod.of(from, to, TODAY)).isEqualTo(DatePeriod.CHOSEN);
    }
}
