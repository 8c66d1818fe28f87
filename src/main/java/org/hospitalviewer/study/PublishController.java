package org.hospitalviewer.study;

import java.time.Instant;
import java.util.Optional;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.dicom.data.UID;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mark of studies that are to be published, for programs. */
@RestController
@RequestMapping("/api/studies/{uid}/publish")
@Requires(Action.PUBLISH_STUDIES)
class PublishController {

    private final StudyPublishing publishing;

    PublishController(StudyPublishing publishing) {
        this.publishing = publishing;
    }

    /**
     * Whether a study is marked.
     *
     * @param changedBy user who said so last, null when nobody ever did
     */
    record Marked(boolean marked, String changedBy, Instant changedAt) {
        static Marked of(Optional<PublishMark> mark) {
            return mark.map(one -> new Marked(one.marked(), one.changedBy(), one.changedAt()))
                    .orElse(new Marked(false, null, null));
        }
    }

    @GetMapping
    Marked of(@PathVariable String uid) {
        return Marked.of(publishing.find(required(uid)));
    }

    @PutMapping
    Marked mark(@PathVariable String uid) {
        if (!publishing.mark(required(uid))) {
            throw problem(HttpStatus.NOT_FOUND, "There is no such study.");
        }
        return of(uid);
    }

    /** What lies at a target of the sync already is deleted there only where the administrator allowed it. */
    @DeleteMapping
    Marked withdraw(@PathVariable String uid) {
        if (!publishing.withdraw(required(uid))) {
            throw problem(HttpStatus.NOT_FOUND, "This study is not marked.");
        }
        return of(uid);
    }

    private static String required(String uid) {
        if (!UID.isAcceptable(uid)) {
            throw problem(HttpStatus.BAD_REQUEST, "This is not a UID.");
        }
        return uid;
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }
}
