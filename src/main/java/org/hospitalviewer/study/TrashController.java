package org.hospitalviewer.study;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Trash;
import org.hospitalviewer.archive.TrashEntry;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deletion and the trash for programs. */
@RestController
@Requires(Action.DELETE_STUDIES)
class TrashController {

    private final StudyTrash trash;
    private final Settings settings;

    TrashController(StudyTrash trash, Settings settings) {
        this.trash = trash;
        this.settings = settings;
    }

    /** Answers what is in the trash now. */
    @DeleteMapping("/api/studies/{uid}")
    Waiting delete(@PathVariable String uid) {
        return trash.delete(uid).map(this::waiting).orElseThrow(() -> missing("There is no such study."));
    }

    @GetMapping("/api/trash")
    List<Waiting> entries() {
        return trash.entries().stream().map(this::waiting).toList();
    }

    @PostMapping("/api/trash/{id}/restore")
    Trash.Restored restore(@PathVariable String id) {
        return trash.restore(id).orElseThrow(TrashController::noEntry);
    }

    @DeleteMapping("/api/trash/{id}")
    @Requires(Action.PURGE_TRASH)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void purge(@PathVariable String id) {
        if (!trash.purge(id)) {
            throw noEntry();
        }
    }

    private Waiting waiting(TrashEntry entry) {
        return new Waiting(entry, entry.deletedAt().plus(settings.current().trashDays(), ChronoUnit.DAYS));
    }

    private static ErrorResponseException noEntry() {
        return missing("There is no such entry in the trash.");
    }

    private static ErrorResponseException missing(String sentence) {
        ErrorResponseException problem = new ErrorResponseException(HttpStatus.NOT_FOUND);
        problem.setDetail(sentence);
        return problem;
    }

    /**
     * An entry of the trash.
     *
     * @param keptUntil it is deleted for ever in the night after
     */
    record Waiting(@JsonUnwrapped TrashEntry entry, Instant keptUntil) {
    }
}
