package org.hospitalviewer.appliance.support;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The support bundle as a file. */
@RestController
class SupportController {

    private static final Logger LOG = LoggerFactory.getLogger(SupportController.class);

    private final SupportBundle bundle;
    private final AuditLog audit;

    SupportController(SupportBundle bundle, AuditLog audit) {
        this.bundle = bundle;
        this.audit = audit;
    }

    /** Made while it is sent. */
    @GetMapping("/api/support/bundle")
    @Requires(Action.MANAGE_SETTINGS)
    void bundle(HttpServletResponse response) throws IOException {
        String name = "support-" + LocalDate.now() + ".zip";
        record(name);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        bundle.writeTo(response.getOutputStream());
    }

    /** A database that is down is a reason to ask for help, and no reason to refuse the bundle. */
    private void record(String name) {
        try {
            audit.record("MAKE_SUPPORT_BUNDLE", "APPLIANCE", name, AuditLog.Result.SUCCESS);
        } catch (DataAccessException e) {
            LOG.warn("A support bundle was made while the audit log did not answer");
        }
    }
}
