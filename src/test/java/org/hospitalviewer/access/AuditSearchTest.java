package org.hospitalviewer.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hospitalviewer.ApplianceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ApplianceTest
class AuditSearchTest {

    @Autowired
    private AuditLog audit;

    private List<String> found(AuditFilter filter) {
        return audit.find(filter, 0, 100).stream().map(AuditEntry::resourceId).toList();
    }

    @Test
    void rowsAreFoundByWordsActionResultAndTime() {
        audit.record("SEARCHED_FOR_A", "TEST", "50%_off", AuditLog.Result.SUCCESS);
        audit.record("SEARCHED_FOR_B", "TEST", "50 percent off", AuditLog.Result.DENIED);
        assertThat(found(new AuditFilter("50%_OFF", "", "", null, null))).containsExactly("50%_off");
        assertThat(found(new AuditFilter("", "SEARCHED_FOR_B", "", null, null))).containsExactly("50 percent off");
        assertThat(found(new AuditFilter("50", "SEARCHED_FOR_A", "DENIED", null, null))).isEmpty();
        assertThat(found(new AuditFilter("percent", "", "DENIED", null, null))).containsExactly("50 percent off");
        Instant now = Instant.now();
        assertThat(found(new AuditFilter("", "SEARCHED_FOR_A", "", now.plus(Duration.ofMinutes(1)), null))).isEmpty();
        assertThat(found(new AuditFilter("", "SEARCHED_FOR_A", "", null, now.minus(Duration.ofDays(1))))).isEmpty();
        AuditFilter today = new AuditFilter("", "SEARCHED_FOR_A", "", now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(1)));
        assertThat(found(today)).hasSize(1);
        assertThat(audit.count(today)).isEqualTo(1);
        assertThat(audit.actions()).contains("SEARCHED_FOR_A", "SEARCHED_FOR_B");
    }
}
