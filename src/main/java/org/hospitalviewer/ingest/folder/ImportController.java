package org.hospitalviewer.ingest.folder;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The import of folders for the administrator's programs. */
@RestController
@RequestMapping("/api/import")
@Requires(Action.IMPORT_FOLDERS)
class ImportController {

    private static final int MAX_LIMIT = 1_000;
    private static final int SHOWN_IMPORTS = 50;

    private final FolderImport imports;

    ImportController(FolderImport imports) {
        this.imports = imports;
    }

    /** {@code {"path": "D:\\Hospital"}}; without a path the drives. */
    @PostMapping(path = "/list-directories", consumes = MediaType.APPLICATION_JSON_VALUE)
    FolderListing listDirectories(@RequestBody Folder folder) {
        return answered(() -> imports.list(folder.path()));
    }

    /** Whether the folder can be imported. */
    @PostMapping(path = "/test", consumes = MediaType.APPLICATION_JSON_VALUE)
    FolderTest test(@RequestBody Folder folder) {
        return answered(() -> imports.test(folder.path(), Options.orUsual(folder.options())));
    }

    /** Begins to look through a folder; the status tells how far it is. */
    @PostMapping(path = "/scan", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    ScanResult scan(@RequestBody Folder folder) {
        return answered(() -> imports.scan(folder.path(), Options.orUsual(folder.options())));
    }

    /** Starts the import of what lies in a folder, monitoring of it, or both; what is left out is as usual. */
    @PostMapping(path = "/start", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    FolderImportStatus start(@RequestBody Wanted wanted) {
        return answered(() -> imports.start(new FolderImport.Request(wanted.path(), Options.orUsual(wanted.options()),
                !Boolean.FALSE.equals(wanted.existing()), Boolean.TRUE.equals(wanted.monitor()),
                wanted.seconds() == null ? Monitoring.DEFAULT_SECONDS : wanted.seconds())));
    }

    /** Stops the scan and the import that are under way. */
    @PostMapping("/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    FolderImportStatus stop() {
        return answered(imports::stop);
    }

    @GetMapping("/status")
    FolderImportStatus status() {
        return imports.status();
    }

    /**
     * What became of files, the newest first.
     *
     * @param job    of one import only
     * @param status of one status only, such as REFUSED
     * @param before number of an entry, older than which they shall be
     */
    @GetMapping("/history")
    History history(@RequestParam(required = false) Long job, @RequestParam(defaultValue = "") String status,
                    @RequestParam(defaultValue = "0") long before, @RequestParam(defaultValue = "100") int limit) {
        return new History(imports.imports(SHOWN_IMPORTS),
                imports.history(job, statuses(status), before, Math.clamp(limit, 1, MAX_LIMIT)));
    }

    private static Set<ImportStatus> statuses(String name) {
        if (name.isEmpty()) {
            return EnumSet.complementOf(EnumSet.of(ImportStatus.EXISTING));
        }
        return EnumSet.of(Arrays.stream(ImportStatus.values()).filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> problem(HttpStatus.BAD_REQUEST,
                        "The status is one of " + List.of(ImportStatus.values()) + ".")));
    }

    /** {@code {"enabled": true, "seconds": 30}}, for the folder that was started last. */
    @PutMapping(path = "/monitoring", consumes = MediaType.APPLICATION_JSON_VALUE)
    MonitoringStatus monitoring(@RequestBody Watch watch) {
        if (watch.enabled() == null) {
            throw problem(HttpStatus.BAD_REQUEST, "Say whether monitoring is enabled.");
        }
        return answered(() -> imports.monitor(watch.enabled(),
                watch.seconds() == null ? Monitoring.DEFAULT_SECONDS : watch.seconds()));
    }

    private static <T> T answered(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidFolderException e) {
            throw problem(switch (e.problem()) {
                case NO_PATH, OWN_FOLDER, NOTHING_CHOSEN, OUT_OF_RANGE, UNREADABLE, NOT_ORTHANC -> HttpStatus.BAD_REQUEST;
                case ABSENT -> HttpStatus.NOT_FOUND;
                case UNDER_WAY -> HttpStatus.CONFLICT;
            }, e.getMessage());
        }
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }

    record Folder(String path, Options options) {
    }

    record Wanted(String path, Options options, Boolean existing, Boolean monitor, Integer seconds) {
    }

    record Watch(Boolean enabled, Integer seconds) {
    }

    record History(List<ImportJob> imports, List<HistoryEntry> files) {
    }

    /** {@link ImportOptions} as programs send them; what is left out is as usual. */
    record Options(Boolean dcmFiles, Boolean filesWithoutExtension, Boolean subfolders, Boolean zips, Boolean again,
                   Boolean fullSpeed) {

        static ImportOptions orUsual(Options sent) {
            return sent == null ? ImportOptions.USUAL : new ImportOptions(!Boolean.FALSE.equals(sent.dcmFiles()),
                    !Boolean.FALSE.equals(sent.filesWithoutExtension()), !Boolean.FALSE.equals(sent.subfolders()),
                    Boolean.TRUE.equals(sent.zips()), Boolean.TRUE.equals(sent.again()),
                    Boolean.TRUE.equals(sent.fullSpeed()));
        }
    }
}
