package org.hospitalviewer.sync;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.docs.Body;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.ingest.folder.InvalidFolderException;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The sync for the administrator's programs. Passwords go in and never come out. */
@RestController
@RequestMapping("/api/sync")
@Requires(Action.MANAGE_SETTINGS)
class SyncController {

    private static final int MAX_LIMIT = 1_000;
    private static final int MAX_TARGETS = 20;
    private static final int FTP_PORT = 21;
    private static final int LONGEST_MINUTES = 24 * 60;

    private final Sync sync;
    private final SyncTargets targets;
    private final SyncSources sources;
    private final TargetTest test;

    SyncController(Sync sync, SyncTargets targets, SyncSources sources, TargetTest test) {
        this.sync = sync;
        this.sources = sources;
        this.targets = targets;
        this.test = test;
    }

    /** What is set. */
    record Configuration(SyncSource.Kind source, String path, boolean automatic, int minutes, SyncRules rules,
                         List<ShownTarget> targets) {
    }

    /** A target; of its password only whether there is one. */
    record ShownTarget(@com.fasterxml.jackson.annotation.JsonUnwrapped SyncTarget target, boolean passwordSet) {
    }

    /** What to set; what is left out stays. Targets that a list does not name by their id are removed. */
    record Wanted(Integer minutes, WantedRules rules, List<WantedTarget> targets) {
    }

    record WantedRules(List<String> modalities, LocalDate since, Boolean onlyReported, Boolean onlyPublished) {
        SyncRules rules() {
            return new SyncRules(modalities, since, onlyReported, onlyPublished);
        }
    }

    /** A target as programs send it; without a password the one there is stays. */
    record WantedTarget(Long id, String name, TargetKind kind, Boolean enabled, String host, Integer port, String username,
                        String password, String folder, String fingerprint, String webAddress, Boolean encrypted,
                        Boolean mayDelete, Integer connections, Integer kilobytesPerSecond, LocalTime hoursFrom,
                        LocalTime hoursUntil, Boolean plainFtpAccepted, String privateConfirmation) {

        TargetEntry entry() {
            boolean server = kind != null && kind.isServer();
            return new TargetEntry(name, kind, enabled == null || enabled, host, port == null ? FTP_PORT : port, username,
                    password, folder, fingerprint, webAddress, encrypted == null ? server : encrypted,
                    mayDelete != null && mayDelete, connections == null ? 2 : connections, kilobytesPerSecond, hoursFrom,
                    hoursUntil, plainFtpAccepted != null && plainFtpAccepted, privateConfirmation);
        }

        @Override
        public String toString() {
            return String.valueOf(name);
        }
    }

    /**
     * Where files are to come from.
     *
     * @param path of an Orthanc's storage folder; left out for the archive
     */
    record Source(SyncSource.Kind source, String path) {
    }

    @GetMapping("/get-config")
    Configuration configuration() {
        Sync.Status status = sync.status();
        SyncSource source = sources.get();
        return new Configuration(source.kind(), source.folder(), status.automatic(), status.minutes(), targets.rules(),
                targets.all().stream().map(target -> new ShownTarget(target, targets.hasPassword(target.id()))).toList());
    }

    /** Where files come from: this archive, or the storage folder of an Orthanc, which is looked at before. */
    @PostMapping("/configure-path")
    @Body(Source.class)
    Configuration source(@RequestBody Source source) {
        if (source.source() == null) {
            throw problem(HttpStatus.BAD_REQUEST, "The source is ARCHIVE or ORTHANC_FOLDER.");
        }
        try {
            switch (source.source()) {
                case ARCHIVE -> sources.toArchive();
                case ORTHANC_FOLDER -> sources.toOrthanc(source.path());
            }
        } catch (InvalidFolderException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
        return configuration();
    }

    @PostMapping("/configure")
    @Body(Wanted.class)
    Configuration configure(@RequestBody Wanted wanted) {
        if (wanted.minutes() != null && (wanted.minutes() < 1 || wanted.minutes() > LONGEST_MINUTES)) {
            throw problem(HttpStatus.BAD_REQUEST, "The interval is 1 to 1440 minutes.");
        }
        try {
            if (wanted.rules() != null) {
                targets.change(wanted.rules().rules());
            }
            if (wanted.targets() != null) {
                replaceTargets(wanted.targets());
            }
        } catch (InvalidTargetException | IllegalArgumentException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
        if (wanted.minutes() != null) {
            sync.interval(wanted.minutes());
        }
        return configuration();
    }

    /** All of them, or none when one is wrong. */
    private void replaceTargets(List<WantedTarget> wanted) {
        if (wanted.size() > MAX_TARGETS || wanted.contains(null)) {
            throw problem(HttpStatus.BAD_REQUEST, "There are at most 20 targets, and none of them is null.");
        }
        wanted.forEach(one -> targets.require(one.entry(), present(one)));
        Set<Long> named = new HashSet<>();
        for (WantedTarget one : wanted) {
            named.add(one.id() == null ? sync.add(one.entry()).id()
                    : targets.change(one.id(), one.entry()).map(SyncTarget::id).orElseThrow());
        }
        targets.all().stream().filter(target -> !named.contains(target.id())).forEach(target -> targets.remove(target.id()));
    }

    private SyncTarget present(WantedTarget wanted) {
        return wanted.id() == null ? null : targets.find(wanted.id()).orElseThrow(() -> noTarget(wanted.id()));
    }

    /** A target that is kept, by its id alone; or what is entered, before it is kept. */
    @PostMapping("/test")
    @Body(WantedTarget.class)
    TargetTest.Result test(@RequestBody WantedTarget wanted) {
        SyncTarget before = present(wanted);
        if (before != null && wanted.kind() == null && wanted.host() == null && wanted.folder() == null) {
            return test.test(before);
        }
        try {
            return test.test(wanted.entry(), before);
        } catch (InvalidTargetException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    @PostMapping("/sync-now")
    @ResponseStatus(HttpStatus.ACCEPTED)
    JobRun syncNow() {
        return sync.syncNow();
    }

    @GetMapping("/status")
    Sync.Status status() {
        return sync.status();
    }

    @GetMapping("/history")
    List<SyncRun> history(@RequestParam(defaultValue = "100") int limit) {
        return sync.history(Math.clamp(limit, 1, MAX_LIMIT));
    }

    @PostMapping("/enable-auto")
    Configuration enable() {
        sync.automatic(true, sync.status().minutes());
        return configuration();
    }

    @PostMapping("/disable-auto")
    Configuration disable() {
        sync.automatic(false, sync.status().minutes());
        return configuration();
    }

    private static ErrorResponseException noTarget(long id) {
        return problem(HttpStatus.NOT_FOUND, "There is no target " + id + ".");
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }
}
