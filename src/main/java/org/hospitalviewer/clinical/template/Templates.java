package org.hospitalviewer.clinical.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.stereotype.Service;

/** What reports can begin with, and the way for the administrator to change it. */
@Service
public class Templates {

    private static final int MOST = 500;
    private static final int MOST_SERIES = 200;

    private final BuiltInTemplates builtIn;
    private final TemplateTable table;
    private final Archive archive;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;
    private final Settings settings;

    Templates(BuiltInTemplates builtIn, TemplateTable table, Archive archive, Doorkeeper doorkeeper, AuditLog audit,
              Settings settings) {
        this.builtIn = builtIn;
        this.table = table;
        this.archive = archive;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
        this.settings = settings;
    }

    /** All of them, also those that are switched off. */
    public List<OfferedTemplate> all() {
        doorkeeper.require(Action.WRITE_REPORTS, "templates");
        Map<String, OfferedTemplate> all = new LinkedHashMap<>();
        ofProgram().forEach((key, template) -> all.put(key, new OfferedTemplate(template, true, false)));
        table.all().forEach(template -> all.put(template.key(),
                new OfferedTemplate(template, ofProgram().containsKey(template.key()), true)));
        return List.copyOf(all.values());
    }

    /** In the language of the clinic's papers: what a report begins with stands on them. */
    private Map<String, ReportTemplate> ofProgram() {
        return builtIn.all(settings.current().documentLanguage());
    }

    /** Also one that is switched off, since reports begun with it are still written. */
    public Optional<ReportTemplate> find(String key) {
        return all().stream().map(OfferedTemplate::template).filter(template -> template.key().equals(key)).findFirst();
    }

    /** Those offered for an examination, the best first. */
    public List<ReportTemplate> fitting(Examination examination) {
        return all().stream().map(OfferedTemplate::template).filter(ReportTemplate::active)
                .filter(template -> examination.fit(template) >= 0)
                .sorted(Comparator.comparing(examination::fit).reversed()).toList();
    }

    /** Those offered for a study, the best first; all of them when the archive has no such study. */
    public List<ReportTemplate> fitting(String studyInstanceUid) {
        List<Attributes> series = archive.find(new ArchiveQuery(QueryLevel.SERIES,
                List.of(new Match.Equal(Tag.StudyInstanceUID, studyInstanceUid)),
                Set.of(Tag.StudyDescription, Tag.SeriesDescription, Tag.BodyPartExamined), false, List.of(),
                0, MOST_SERIES));
        List<String> modalities = new ArrayList<>();
        List<String> bodyParts = new ArrayList<>();
        StringBuilder description = new StringBuilder();
        for (Attributes one : series) {
            modalities.add(one.getString(Tag.Modality, ""));
            bodyParts.add(one.getString(Tag.BodyPartExamined, ""));
            description.append(one.getString(Tag.SeriesDescription, "")).append(' ')
                    .append(one.getString(Tag.StudyDescription, "")).append(' ');
        }
        return fitting(new Examination(modalities, bodyParts, description.toString()));
    }

    /**
     * Keeps a new template under a key that nobody uses.
     *
     * @throws InvalidTemplateException when it makes no sense or its key is taken
     */
    public OfferedTemplate add(ReportTemplate template) {
        doorkeeper.require(Action.MANAGE_TEMPLATES, String.valueOf(template.key()));
        check(template);
        if (find(template.key()).isPresent()) {
            throw new InvalidTemplateException("There is a template of this key already.");
        }
        if (table.count() >= MOST) {
            throw new InvalidTemplateException("There are " + MOST + " templates at most.");
        }
        return put("CREATE_TEMPLATE", template);
    }

    /**
     * Replaces what a template says; one of the program gets a copy that wins over it.
     *
     * @return empty when there is none of this key
     * @throws InvalidTemplateException when it makes no sense
     */
    public Optional<OfferedTemplate> change(String key, ReportTemplate template) {
        doorkeeper.require(Action.MANAGE_TEMPLATES, key);
        ReportTemplate keyed = template.keyed(key);
        if (find(key).isEmpty()) {
            return Optional.empty();
        }
        check(keyed);
        return Optional.of(put("CHANGE_TEMPLATE", keyed));
    }

    /**
     * Removes a template that was made here, or the changes to one of the program.
     *
     * @return false when there is none, or nothing was changed
     */
    public boolean reset(String key) {
        doorkeeper.require(Action.MANAGE_TEMPLATES, key);
        boolean removed = table.delete(key);
        if (removed) {
            audit.record("RESET_TEMPLATE", "TEMPLATE", key, AuditLog.Result.SUCCESS);
        }
        return removed;
    }

    private OfferedTemplate put(String action, ReportTemplate template) {
        table.put(template, Account.current().id());
        audit.record(action, "TEMPLATE", template.key(), AuditLog.Result.SUCCESS);
        return new OfferedTemplate(template, ofProgram().containsKey(template.key()), true);
    }

    private static void check(ReportTemplate template) {
        template.problem().ifPresent(sentence -> {
            throw new InvalidTemplateException(sentence);
        });
    }
}
