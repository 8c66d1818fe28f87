package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.archive.StudyChanges;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** New, changed and deleted studies: asked for, or followed as server-sent events. */
@RestController
@RequestMapping("/api/changes")
@Requires(Action.SEARCH_STUDIES)
class ChangesController {

    private static final int MAX_CHANGES = 1_000;
    private static final int MAX_FOLLOWERS = 200;

    private final Archive archive;
    private final Semaphore followers = new Semaphore(MAX_FOLLOWERS);

    ChangesController(Archive archive) {
        this.archive = archive;
    }

    /**
     * Changes since one that is known.
     *
     * @param last     to be given as {@code since} the next time
     * @param complete false when older changes are forgotten and everything has to be looked at again
     * @param more     whether to ask on at once
     */
    record Changes(long last, boolean complete, boolean more, List<Change> changes) {
        static Changes of(StudyChanges found) {
            return new Changes(found.last(), found.complete(), found.changes().size() == MAX_CHANGES,
                    found.changes().stream().map(Change::of).toList());
        }
    }

    /** One of them. */
    record Change(long sequence, StudyChange.Kind kind, String studyInstanceUID) {
        static Change of(StudyChange change) {
            return new Change(change.sequence(), change.kind(), change.studyInstanceUid());
        }
    }

    /**
     * Without {@code since} only where following begins.
     *
     * @param since number of the last change that the client knows
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Changes changes(@RequestParam(required = false) Long since) {
        return Changes.of(since == null ? new StudyChanges(archive.lastChange(), true, List.of())
                : archive.changesSince(since, MAX_CHANGES));
    }

    /** The same as an endless stream; {@code Last-Event-ID} of a client that comes back wins over {@code since}. */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void follow(@RequestParam(required = false) Long since, HttpServletRequest request, HttpServletResponse response) {
        if (!followers.tryAcquire()) {
            throw WebProblem.unavailable("Too many programs follow the changes already.");
        }
        try {
            ChangeStream.start(archive, first(since, request.getHeader("Last-Event-ID")), request, response,
                    followers::release);
        } catch (RuntimeException e) {
            followers.release();
            throw e;
        }
    }

    private long first(Long since, String lastEventId) {
        if (lastEventId != null && lastEventId.matches("\\d{1,18}")) {
            return Long.parseLong(lastEventId);
        }
        return since == null ? archive.lastChange() : since;
    }
}
