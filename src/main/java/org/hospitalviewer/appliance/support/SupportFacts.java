package org.hospitalviewer.appliance.support;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hospitalviewer.Application;
import org.hospitalviewer.appliance.FreeSpace;
import org.hospitalviewer.appliance.NetworkService;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.appliance.settings.SettingValue;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveHealth;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts about the appliance, one in each line, none of them about a person. */
@Component
class SupportFacts {

    private static final int MOST_RUNS = 200;
    private static final long BYTES_PER_MEGABYTE = 1L << 20;
    private static final List<String> COUNTED = List.of("users", "devices", "medical_reports", "measurements",
            "clinical_notes", "prescriptions", "quarantine", "corrections", "study_transfers", "import_history",
            "sync_configuration", "sync_items", "backup_history", "audit_logs", "jobs");

    private final Archive archive;
    private final Settings settings;
    private final JobService jobs;
    private final FreeSpace space;
    private final ObjectProvider<NetworkService> services;
    private final JdbcClient jdbc;

    SupportFacts(Archive archive, Settings settings, JobService jobs, FreeSpace space,
                 ObjectProvider<NetworkService> services, JdbcClient jdbc) {
        this.archive = archive;
        this.settings = settings;
        this.jobs = jobs;
        this.space = space;
        this.services = services;
        this.jdbc = jdbc;
    }

    String versions() {
        Map<String, Object> facts = new LinkedHashMap<>();
        String version = Application.class.getPackage().getImplementationVersion();
        facts.put("program", version == null ? "unknown" : version);
        facts.put("java", Runtime.version() + ", " + System.getProperty("java.vendor"));
        facts.put("operating system", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch"));
        facts.put("time zone", ZoneId.systemDefault());
        facts.put("file names", System.getProperty("sun.jnu.encoding"));
        facts.put("processors", Runtime.getRuntime().availableProcessors());
        facts.put("heap, MB", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / BYTES_PER_MEGABYTE
                + " of " + Runtime.getRuntime().maxMemory() / BYTES_PER_MEGABYTE);
        facts.put("running for", Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()).withNanos(0));
        facts.put("database", database());
        return lines(facts);
    }

    private String database() {
        try {
            return jdbc.sql("SELECT VERSION()").query(String.class).single();
        } catch (RuntimeException e) {
            return "does not answer (" + e.getClass().getSimpleName() + ")";
        }
    }

    /** Of texts only whether there is one: somebody may have written anything into them. */
    String settings() {
        return settings.all().stream()
                .map(setting -> setting.field().property() + ": " + shown(setting) + " (" + setting.source()
                        + (setting.pending() ? ", from the next start)" : ")"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String shown(SettingValue setting) {
        String value = setting.value();
        boolean harmless = setting.field().isSwitch() || setting.field().choices().contains(value)
                || value.matches("\\d{1,9}");
        return harmless ? value : value.isEmpty() ? "empty" : "set";
    }

    String counts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        ArchiveHealth health = archive.health();
        facts.put("studies", number(health.studies()));
        facts.put("images and other objects", number(health.instances()));
        archive.upkeep().map(care -> care.size()).ifPresent(size -> {
            facts.put("series", size.series());
            facts.put("used by them, MB", size.bytes() / BYTES_PER_MEGABYTE);
            facts.put("in quarantine", size.quarantined());
        });
        facts.put("free on the disk, MB", health.freeBytes() < 0 ? "unknown" : health.freeBytes() / BYTES_PER_MEGABYTE);
        COUNTED.forEach(table -> facts.put("rows of " + table,
                jdbc.sql("SELECT COUNT(*) FROM " + table).query(Long.class).single()));
        return lines(facts);
    }

    private static Object number(long count) {
        return count == ArchiveHealth.UNKNOWN ? "unknown" : count;
    }

    String health(LogFilter filter) {
        Map<String, Object> facts = new LinkedHashMap<>();
        ArchiveHealth health = archive.health();
        facts.put("archive", archive.remote().isPresent() ? "on another server" : "in this appliance");
        facts.put("archive answers", health.available() ? "yes" : "no: " + filter.text(health.problem()));
        facts.put("room on the disk", space.level());
        services.stream().forEach(service -> facts.put("port " + service.port(),
                service.isListening() ? "listening" : "not listening"));
        facts.put("restart needed", settings.isRestartNeeded() ? "yes" : "no");
        return lines(facts);
    }

    /** The last runs, the newest first. */
    String jobs(LogFilter filter) {
        return jobs.newest(MOST_RUNS).stream().map(run -> run(run, filter)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String run(JobRun run, LogFilter filter) {
        return String.join("; ", run.kind(), run.state().name(), "queued " + run.queuedAt(), "started " + run.startedAt(),
                "ended " + run.endedAt(), "attempt " + run.attempt(), run.done() + " of " + run.total(),
                run.bytes() + " bytes", filter.text(run.message()));
    }

    private static String lines(Map<String, Object> facts) {
        return facts.entrySet().stream().map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
