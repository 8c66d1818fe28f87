package org.hospitalviewer.clinical.report;

import static org.hospitalviewer.clinical.JsonBody.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.clinical.JsonBody;
import org.hospitalviewer.dicom.data.UID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is to read which study. */
@RestController
@RequestMapping("/api/reports")
@Requires(Action.SEE_READING)
class ReadingController {

    private static final int MAX_BODY_BYTES = 1024;

    private final ReadingList list;

    ReadingController(ReadingList list) {
        this.list = list;
    }

    /** What is wanted: the id of a user or null for nobody. */
    record Assignment(Long assignedTo, Boolean urgent) {
    }

    /**
     * What the worklist says of a study.
     *
     * @param status null without a report
     */
    record StudyStatus(ReportStatus status, Person assignedTo, boolean urgent) {
    }

    /** Durations in seconds. */
    record TurnaroundAnswer(int days, int signed, long medianSeconds, long slowestSeconds, int drafts) {
    }

    @GetMapping("/physicians")
    List<Person> physicians() {
        return list.physicians();
    }

    @GetMapping("/turnaround")
    TurnaroundAnswer turnaround(@RequestParam(defaultValue = "30") int days) {
        Turnaround turnaround = list.turnaround(Math.clamp(days, 1, 3_650));
        return new TurnaroundAnswer(turnaround.days(), turnaround.signed(),
                turnaround.median().toSeconds(), turnaround.slowest().toSeconds(),
                turnaround.drafts());
    }

    @GetMapping("/study/{study}/reading")
    StudyStatus of(@PathVariable String study) {
        requireUid(study);
        StudyReading reading = list.readingOf(study);
        return new StudyStatus(list.statusOf(List.of(study)).get(study), reading.assignedTo(), reading.urgent());
    }

    @PutMapping("/study/{study}/reading")
    @Requires(Action.ASSIGN_READING)
    StudyStatus assign(@PathVariable String study, HttpServletRequest request) throws IOException {
        requireUid(study);
        Assignment wanted = JsonBody.read(request, MAX_BODY_BYTES, Assignment.class);
        if (!ReportAnswer.checked(() ->
                list.assign(study, wanted.assignedTo(), Boolean.TRUE.equals(wanted.urgent())))) {
            throw problem(HttpStatus.NOT_FOUND, "The archive has no such study.");
        }
        return of(study);
    }

    private static void requireUid(String study) {
        if (!UID.isAcceptable(study)) {
            throw problem(HttpStatus.BAD_REQUEST, "This is not a UID.");
        }
    }
}
