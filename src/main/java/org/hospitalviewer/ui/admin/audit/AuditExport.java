package org.hospitalviewer.ui.admin.audit;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.access.AuditEntry;
import org.hospitalviewer.access.AuditFilter;
import org.hospitalviewer.access.AuditLog;

/** The audit log as comma-separated values (RFC 4180) in UTF-8, as filtered on the screen. */
final class AuditExport implements DownloadHandler {

    private static final int PAGE = 1_000;
    /** Tells spreadsheets that this is UTF-8. */
    private static final char BYTE_ORDER_MARK = '\ufeff';
    /** A spreadsheet takes a cell that begins so for a formula and would run it. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final transient AuditLog audit;
    private final transient Supplier<AuditFilter> filter;

    AuditExport(AuditLog audit, Supplier<AuditFilter> filter) {
        this.audit = audit;
        this.filter = filter;
    }

    @Override
    public void handleDownloadRequest(DownloadEvent event) {
        event.setFileName("audit-" + LocalDate.now() + ".csv");
        event.setContentType("text/csv;charset=UTF-8");
        AuditFilter wanted = filter.get();
        audit.record("EXPORT_AUDIT_LOG", "AUDIT_LOG", String.valueOf(audit.count(wanted)), AuditLog.Result.SUCCESS);
        try (Writer out = new BufferedWriter(new OutputStreamWriter(event.getOutputStream(), StandardCharsets.UTF_8))) {
            out.write(BYTE_ORDER_MARK);
            out.write("time,user,action,result,type,resource,address,program\r\n");
            write(wanted, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(AuditFilter wanted, Writer out) throws IOException {
        List<AuditEntry> page;
        int offset = 0;
        do {
            page = audit.find(wanted, offset, PAGE);
            for (AuditEntry entry : page) {
                out.write(line(entry));
            }
            offset += PAGE;
        } while (page.size() == PAGE);
    }

    static String line(AuditEntry entry) {
        return Stream.of(entry.time().toString(), entry.username(), entry.action(), entry.result(),
                        entry.resourceType(), entry.resourceId(), entry.ipAddress(), entry.userAgent())
                .map(AuditExport::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
