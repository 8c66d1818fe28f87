package org.hospitalviewer.oldinstallation;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hospitalviewer.clinical.report.AdoptedReport;
import org.hospitalviewer.clinical.report.ReportContent;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.oldinstallation.OldReports.OldReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports as JSON: a list of objects, one such object, or one object with the list under any name; names are read tolerantly. */
final class ReportsJson {

    private static final int MOST = 50_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ReportsJson() {
    }

    /** @throws UnreadableFileException when it is no such JSON */
    static List<OldReport> read(String text) {
        JsonNode entries = entries(text);
        if (entries.isEmpty() || entries.size() > MOST) {
            throw new UnreadableFileException("A file has 1 to " + MOST + " reports.");
        }
        List<OldReport> reports = new ArrayList<>();
        for (JsonNode entry : entries) {
            reports.add(report(reports.size() + 1, values(entry)));
        }
        return reports;
    }

    private static JsonNode entries(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.isArray()) {
                return root;
            }
            if (!root.isObject()) {
                throw new UnreadableFileException("The file holds no reports.");
            }
            return root.valueStream().filter(JsonNode::isArray).findFirst()
                    .orElseGet(() -> JSON.createArrayNode().add(root));
        } catch (JacksonException e) {
            throw new UnreadableFileException("The file is no JSON: " + e.getOriginalMessage());
        }
    }

    /** What is nested, such as {@code "report_data": {...}}, counts as if it stood beside the rest. */
    private static OldRow values(JsonNode entry) {
        Map<String, String> values = new LinkedHashMap<>();
        collect(entry, values, 0);
        return new OldRow(0, values);
    }

    private static void collect(JsonNode node, Map<String, String> values, int depth) {
        if (depth < 4) {
            node.properties().forEach(property -> {
                if (property.getValue().isObject()) {
                    collect(property.getValue(), values, depth + 1);
                } else {
                    values.putIfAbsent(OldRow.column(property.getKey()), text(property.getValue()));
                }
            });
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.isArray()
                ? value.valueStream().map(ReportsJson::text).collect(Collectors.joining("\n"))
                : value.asString();
    }

    private static OldReport report(int number, OldRow row) {
        String study = row.first("study_instance_uid", "study_uid", "study_instance_u_id", "study");
        if (!UID.isAcceptable(study)) {
            return new OldReport(number, study, null, "No Study Instance UID says to which study it belongs.", "");
        }
        ReportContent content = content(row);
        boolean isSigned = List.of("final", "amended", "signed", "approved", "completed", "finalized", "verified")
                .contains(row.first("status", "report_status").toLowerCase(Locale.ROOT));
        Instant made = time(row.first("finalized_at", "signed_at", "approved_at", "updated_at", "report_date", "created_at", "date"));
        String author = row.first("reporting_physician", "reporting_physician_name", "radiologist", "doctor",
                "signed_by", "author", "created_by");
        AdoptedReport report = new AdoptedReport(key(row, study), study, content, isSigned, author, made);
        return new OldReport(number, study, report, null, isSigned ? "" : "Taken over as a draft, since it was not final.");
    }

    private static ReportContent content(OldRow row) {
        return new ReportContent("", row.first("title", "report_title", "report_type", "examination"),
                row.first("indication", "clinical_history", "clinical_indication", "history", "clinical_information"),
                row.first("technique", "procedure", "protocol"),
                row.first("findings", "report_text", "report", "text", "content", "body", "description"),
                row.first("impression", "conclusion", "summary", "opinion"), List.of(), List.of(), null);
    }

    /** The same entry has the same key each time, so that a second run adds nothing. */
    private static String key(OldRow row, String study) {
        String id = row.first("id", "report_id", "uuid");
        String identity = study + '\0' + (id.isEmpty() ? row.values() : id);
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** ISO 8601 or as MySQL writes it, by the clock of this computer's zone; null when it is neither. */
    private static Instant time(String text) {
        String iso = text.replace(' ', 'T');
        try {
            if (iso.matches(".*(Z|[+-]\\d{2}:\\d{2})")) {
                return OffsetDateTime.parse(iso).toInstant();
            }
            return (iso.contains("T") ? LocalDateTime.parse(iso) : LocalDate.parse(iso).atStartOfDay())
                    .atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
