package org.hospitalviewer.access;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit log for the administrator. */
@RestController
class AuditController {

    private static final int MAX_LIMIT = 1_000;

    private final AuditLog audit;

    AuditController(AuditLog audit) {
        this.audit = audit;
    }

    @GetMapping("/api/audit/logs")
    @Requires(Action.READ_AUDIT_LOG)
    List<AuditEntry> newest(@RequestParam(defaultValue = "0") int offset,
                            @RequestParam(defaultValue = "100") int limit) {
        audit.record(Action.READ_AUDIT_LOG.name(), "AUDIT_LOG", "offset=" + offset + "&limit=" + limit,
                AuditLog.Result.SUCCESS);
        return audit.newest(Math.max(0, offset), Math.clamp(limit, 1, MAX_LIMIT));
    }
}
