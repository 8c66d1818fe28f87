package org.hospitalviewer.ui;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.InvalidUserException;
import org.hospitalviewer.access.Role;
import org.hospitalviewer.appliance.device.DeviceProblem;
import org.hospitalviewer.appliance.job.JobState;
import org.hospitalviewer.appliance.settings.SettingField;
import org.hospitalviewer.appliance.settings.SettingProblem;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.CorrectedValues;
import org.hospitalviewer.archive.QuarantineReview;
import org.hospitalviewer.backup.BackupConfiguration;
import org.hospitalviewer.backup.drive.GoogleClient;
import org.hospitalviewer.backup.file.Manifest.Content;
import org.hospitalviewer.clinical.note.NoteCategory;
import org.hospitalviewer.clinical.patient.PatientEntry;
import org.hospitalviewer.clinical.report.ReadingFilter;
import org.hospitalviewer.clinical.report.ReportStatus;
import org.hospitalviewer.clinical.template.TemplateField;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.ingest.folder.ImportJob;
import org.hospitalviewer.ingest.folder.MonitoringStatus;
import org.hospitalviewer.language.SourceFiles;
import org.hospitalviewer.node.EchoTest;
import org.hospitalviewer.oldinstallation.Finding;
import org.hospitalviewer.study.Correction;
import org.hospitalviewer.sync.SyncRun;
import org.hospitalviewer.sync.SyncSource;
import org.hospitalviewer.sync.TargetKind;
import org.hospitalviewer.sync.TargetProblem;
import org.hospitalviewer.transfer.StudyTransfer;
import org.junit.jupiter.api.Test;

/** The message file and those who read it agree: the screens in Java, the viewer, the report and the upload in TypeScript. */
class MessageKeysTest {

    private static final List<Path> SCREENS = Stream.of("ui", "clinical/paper")
            .map(folder -> Path.of("src/main/java/org/hospitalviewer", folder)).toList();
    private static final Path VIEWER_TEXTS = Path.of("frontend/viewer/messages.ts");
    private static final Path HANDS_TEXTS = Path.of("frontend/viewer/hands-messages.ts");
    private static final Path REPORT_TEXTS = Path.of("frontend/report/report-messages.ts");
    private static final Path UPLOAD_TEXTS = Path.of("frontend/upload/upload-messages.ts");
    private static final String VIEWER_PREFIX = "viewer.text.";
    private static final String REPORT_PREFIX = "report.text.";
    private static final String UPLOAD_PREFIX = "upload.text.";
    /** A text literal shaped like a key, other than the name of a file; a dot at its end continues with a constant. */
    private static final Pattern KEY =
            Pattern.compile("\"(?!logo\\.png|sample\\.pdf)([a-z][a-z-]*(?:\\.[a-z][a-z-]*)+\\.?|[a-z]+\\.)\"");
    private static final Pattern SCRIPT_TEXT = Pattern.compile("^  '([^']+)': '((?:[^'\\\\]|\\\\.)*)',$",
            Pattern.MULTILINE);
    /** The call that writes an action down, or the steps of a report with their names. */
    private static final Pattern AUDITED = Pattern.compile(
            "(?:record|recordFor|audited|changed|told|audit|(?<!\\.)put|SAVE|SIGN|AMEND)\\([^;]{0,120}");
    private static final Pattern ACTION = Pattern.compile("\"([A-Z]+(?:_[A-Z]+)+)\"");
    private static final Set<String> RESOURCES = Set.of("AUDIT_LOG", "SYNC_TARGET");
    private static final List<String> JOBS = List.of("backup", "export-studies", "file-check", "file-reports", "folder-import",
            "index-rebuild", "restore", "restore-images", "send-studies", "study-correction", "sync", "trash-purge");
    /** Key prefixes in code, and the constants that complete them. */
    private static final Map<String, List<String>> COMPLETED = Map.ofEntries(
            entry("role.", names(Role.values())),
            entry("admin.user.role.help.", names(Role.values())),
            entry("admin.user.problem.", names(InvalidUserException.Rule.values())),
            entry("admin.audit.action.", auditedActions()),
            entry("admin.audit.result.", names(AuditLog.Result.values())),
            entry("admin.setting.", names(SettingField.values())),
            entry("admin.setting.help.", names(SettingField.values())),
            entry("admin.setting.problem.", names(SettingProblem.values())),
            entry("admin.setting.choice.", List.of("EMBEDDED", "REMOTE", "NONE", "BASIC", "BEARER")),
            entry("worklist.absent.", names(ArchiveUnavailableException.Reason.values())),
            entry("admin.devices.echo.", names(EchoTest.Outcome.values())),
            entry("admin.device.problem.", names(DeviceProblem.values())),
            entry("admin.exposure.", List.of("THIS_COMPUTER", "NETWORK", "ADDRESS")),
            entry("transfer.state.", names(StudyTransfer.State.values())),
            entry("admin.job.name.", JOBS),
            entry("admin.job.purpose.", JOBS),
            entry("study.attribute.", CorrectedValues.CORRECTABLE.stream()
                    .map(tag -> Dictionary.keyword(tag).orElseThrow()).toList()),
            entry("study.correct.sex.", List.of("NONE", "F", "M", "O")),
            entry("study.correct.problem.", names(CorrectedValues.Problem.values())),
            entry("admin.quarantine.decision.", names(QuarantineReview.Decision.values())),
            entry("admin.quarantine.decision.help.", names(QuarantineReview.Decision.values())),
            entry("admin.corrections.state.", names(Correction.State.values())),
            entry("admin.import.state.", names(ImportJob.State.values())),
            entry("admin.import.monitoring.", names(MonitoringStatus.State.values())),
            entry("admin.import.file.", List.of("REFUSED", "FAILED", "QUARANTINED")),
            entry("admin.job.state.", names(JobState.values())),
            entry("admin.schedule.repeat.", List.of("NEVER", "MINUTES", "DAILY", "WEEKLY", "MONTHLY")),
            entry("worklist.report.", names(ReportStatus.values())),
            entry("worklist.reading.", names(ReadingFilter.values())),
            entry("admin.backup.content.", names(Content.values())),
            entry("admin.backup.content.short.", names(Content.values())),
            entry("admin.backup.problem.", names(BackupConfiguration.Problem.values())),
            entry("admin.backup.google.problem.", names(GoogleClient.Problem.values())),
            entry("admin.backup.restore.what.", List.of("all", "database")),
            entry("admin.backup.count.", List.of("users", "medical_reports", "measurements", "clinical_notes", "prescriptions")),
            entry("admin.sync.kind.", names(TargetKind.values())),
            entry("admin.sync.problem.", names(TargetProblem.values())),
            entry("admin.sync.source.", names(SyncSource.Kind.values())),
            entry("admin.sync.run.", names(SyncRun.Status.values())),
            entry("old.kind.", List.of("USERS", "REPORTS", "STUDIES")),
            entry("old.outcome.", names(Finding.Outcome.values())),
            entry("old.count.", names(Finding.Outcome.values())),
            entry("admin.template.kind.", names(TemplateField.Kind.values())),
            entry("patient.kind.", names(PatientEntry.Kind.values())),
            entry("patient.category.", names(NoteCategory.values())),
            entry("worklist.period.", List.of("ANY", "TODAY", "YESTERDAY", "LAST_7_DAYS", "LAST_30_DAYS", "CHOSEN")));

    /** Of the page around the screens. */
    private static final String FILE = ".+\\.(css|svg)";

    private final Properties messages = messages();

    @Test
    void everyKeyOfTheScreensHasATextAndEveryTextIsUsed() {
        Set<String> used = new TreeSet<>();
        for (String key : keysInScreens()) {
            if (key.endsWith(".")) {
                COMPLETED.getOrDefault(key, List.of()).forEach(name -> used.add(key + name));
            } else {
                used.add(key);
            }
        }
        Set<String> known = new TreeSet<>(messages.stringPropertyNames());
        known.removeIf(key -> isOfScripts(key) || key.startsWith("said."));

        assertThat(used).isEqualTo(known);
    }

    @Test
    void theTextsOfTheScriptsAreThoseTheyKnow() {
        assertThat(textsBelow(VIEWER_PREFIX)).hasSizeGreaterThan(50).isEqualTo(textsIn(VIEWER_TEXTS, HANDS_TEXTS));
        assertThat(textsBelow(REPORT_PREFIX)).hasSizeGreaterThan(50).isEqualTo(textsIn(REPORT_TEXTS));
        assertThat(textsBelow(UPLOAD_PREFIX)).hasSizeGreaterThan(50).isEqualTo(textsIn(UPLOAD_TEXTS));
    }

    private static Map<String, String> textsBelow(String prefix) {
        return new MessageProvider().textsBelow(prefix, Locale.ENGLISH);
    }

    private static Map<String, String> textsIn(Path... scripts) {
        return Stream.of(scripts).flatMap(script -> SCRIPT_TEXT.matcher(SourceFiles.read(script)).results())
                .collect(Collectors.toMap(text -> text.group(1), text -> text.group(2)));
    }

    /** Filled in by the scripts, and not by the rules of {@link MessageFormat}. */
    private static boolean isOfScripts(String key) {
        return key.startsWith(VIEWER_PREFIX) || key.startsWith(REPORT_PREFIX) || key.startsWith(UPLOAD_PREFIX);
    }

    @Test
    void everyTextWithParametersCanBeFilledIn() {
        assertThat(messages.stringPropertyNames()).filteredOn(key -> !isOfScripts(key))
                .filteredOn(key -> messages.getProperty(key).contains("{"))
                .allSatisfy(key -> assertThat(new MessageFormat(messages.getProperty(key), Locale.ENGLISH)
                        .format(new Object[] {7, 7, 7, 7})).contains("7").doesNotContain("{"));
    }

    @Test
    void aMissingTextShowsItsKey() {
        assertThat(new MessageProvider().getTranslation("no.such.key", Locale.ENGLISH)).isEqualTo("no.such.key");
    }

    @Test
    void anotherLanguageFallsBackToEnglish() {
        assertThat(new MessageProvider().getTranslation("viewer.page", Locale.forLanguageTag("hi")))
                .isEqualTo(messages.getProperty("viewer.page"));
    }

    /** Those of the rights table, and the names that services write down themselves. */
    private static List<String> auditedActions() {
        Stream<String> written = SourceFiles.in(SourceFiles.CODE).flatMap(source -> AUDITED.matcher(SourceFiles.read(source)).results())
                .flatMap(call -> ACTION.matcher(call.group()).results()).map(name -> name.group(1));
        return Stream.of(Stream.of("LOGIN", "LOGOUT", "PRESCRIBE", "UNKNOWN"), names(Action.values()).stream(), written)
                .flatMap(names -> names).filter(name -> !RESOURCES.contains(name)).distinct().toList();
    }

    private static Set<String> keysInScreens() {
        return SCREENS.stream().flatMap(SourceFiles::in)
                .flatMap(source -> KEY.matcher(SourceFiles.read(source)).results()).map(MatchResult::group)
                .map(literal -> literal.substring(1, literal.length() - 1))
                .filter(key -> !isOfScripts(key) && !key.matches(FILE)).collect(Collectors.toSet());
    }

    private static Properties messages() {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages.properties"))) {
            messages.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return messages;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }
}
