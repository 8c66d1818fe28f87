package org.hospitalviewer.appliance.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFilterTest {

    private final LogFilter filter = new LogFilter(ProgramWords.all(), Set.of("refused", "long", "123", "may"), true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, value = {
        "2026-11-27T23:34:12.254Z  INFO 21078 --- [Hospital DICOM Viewer Pro] [main] o.h.node.AssociationLog : Association from CT1 at 10.0.0.9"
                + " | 2026-11-27T23:34:12.254Z INFO o.h.node.AssociationLog Association from … at …",
        "2026-11-27T23:34:12.254+05:30 WARN 7 --- [x] [DOE^JANE] Doe^Jane : Rejected CT1 at DOE^JANE: 4711"
                + " | 2026-11-27T23:34:12.254+05:30 WARN Rejected … at …",
        "2026-11-27 23:34:12 INFO  Run 8: SUCCEEDED 40 files | 2026-11-27 23:34:12 INFO Run 8: SUCCEEDED 40 files",
        "2026-11-27 23:34:12 WARN  /mnt/Jane Doe/1.dcm: cannot be read | 2026-11-27 23:34:12 WARN … cannot be read",
        "2026-11-27 23:34:13 0 [Note] InnoDB: Compressed tables use zlib 1.3.1"
                + " | 2026-11-27 23:34:13 Note InnoDB: Compressed tables use …",
        "Caused by: java.io.IOException: Jane Doe was not found | Caused by: java.io.IOException: … was not found",
        "Caused by: org.example.Jane: Doe | Caused by: …",
        "took 17345 ms for 1.2.840.10008.1.2.4.90, not 1.2.826.0.1 | took 17345 ms for 1.2.840.10008.1.2.4.90, not …",
        "Long images, REFUSED 123 | … images, …",
        "the number 99887766 and 1970-01-31 | the number … and …"})
    void onlyWordsOfTheProgramStay(String line, String left) {
        assertThat(filter.line(line)).isEqualTo(left);
    }

    @Test
    void placesInTheProgramStayAndOthersDoNot() {
        String frame = "\tat org.hospitalviewer.node.StoreScp.store(StoreScp.java:44) ~[classes/:0.1.0]";

        assertThat(filter.line(frame)).isEqualTo("\tat org.hospitalviewer.node.StoreScp.store(StoreScp.java:44)");
        assertThat(filter.line("\tat doe.jane.of.Munich(Street.java:44)")).isEqualTo("\tat …");
    }

    @Test
    void anEndlessLineIsCut() {
        assertThat(filter.line("images ".repeat(1_000_000))).hasSizeLessThan(2_100);
    }

    @Test
    void noNumberPassesWithoutTheListOfPatients() {
        assertThat(new LogFilter(ProgramWords.all(), Set.of(), false).line("40 files")).isEqualTo("… files");
    }

    @Test
    void theWordsAreThoseOfTheProgramAndNotOfItsMadeUpPatients() {
        assertThat(ProgramWords.all()).hasSizeBetween(1_000, 20_000)
                .contains("Association", "aborted", "InnoDB").doesNotContain("Garcia", "Doe", "Jane");
    }
}
