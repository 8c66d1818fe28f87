package org.hospitalviewer.ui.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hospitalviewer.access.AuditEntry;
import org.junit.jupiter.api.Test;

class AuditExportTest {

    @Test
    void aCellNeverBecomesAFormulaOrASecondCell() {
        AuditEntry entry = new AuditEntry(1, Instant.parse("2026-01-02T03:04:05Z"), "=cmd|'/c calc'!A1", "LOGIN", "X",
                "say \"hi\", bye\r\n", "DENIED", "127.0.0.1", "@agent");
        assertThat(AuditExport.line(entry)).isEqualTo("\"2026-01-02T03:04:05Z\",\"'=cmd|'/c calc'!A1\",\"LOGIN\","
                + "\"DENIED\",\"X\",\"say \"\"hi\"\", bye\r\n\",\"127.0.0.1\",\"'@agent\"\r\n");
    }
}
