package org.hospitalviewer.archive.embedded;

import java.time.Clock;
import java.time.LocalDate;

/**
 * The day under which objects are filed now.
 *
 * @param clock    of this computer
 * @param earliest day of the start: a clock that is set back later must not put files into folders which the next start
 *                 takes for checked
 */
record ReceiptDay(Clock clock, LocalDate earliest) {

    LocalDate today() {
        LocalDate now = LocalDate.now(clock);
        return now.isBefore(earliest) ? earliest : now;
    }
}
