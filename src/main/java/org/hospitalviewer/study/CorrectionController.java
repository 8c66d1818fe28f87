package org.hospitalviewer.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.CorrectedValues;
import org.hospitalviewer.dicom.data.Dictionary;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Corrections of studies for programs. */
@RestController
@Requires(Action.CORRECT_STUDIES)
class CorrectionController {

    private final StudyCorrections corrections;

    CorrectionController(StudyCorrections corrections) {
        this.corrections = corrections;
    }

    /** Asks for a correction; values by DICOM keyword, such as {@code {"PatientName": "Doe^Jane"}}. */
    @PostMapping("/api/studies/{uid}/corrections")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Correction request(@PathVariable String uid, @RequestBody Map<String, String> values) {
        try {
            return corrections.request(uid, corrected(values)).orElseThrow(() -> problem(HttpStatus.NOT_FOUND,
                    "There is no such study, or it has these values already."));
        } catch (InvalidCorrectionException e) {
            throw problem(HttpStatus.BAD_REQUEST, "These values cannot be written: " + e.getMessage());
        }
    }

    private static CorrectedValues corrected(Map<String, String> values) {
        Map<Integer, String> byTag = new LinkedHashMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            OptionalInt tag = Dictionary.tag(value.getKey());
            if (tag.isEmpty() || !CorrectedValues.CORRECTABLE.contains(tag.getAsInt())) {
                throw problem(HttpStatus.BAD_REQUEST, "This cannot be corrected: " + value.getKey());
            }
            byTag.put(tag.getAsInt(), value.getValue() == null ? "" : value.getValue());
        }
        return new CorrectedValues(byTag);
    }

    @GetMapping("/api/corrections")
    List<Correction> newest() {
        return corrections.newest();
    }

    @GetMapping("/api/corrections/{id}")
    Correction one(@PathVariable long id) {
        return require(id);
    }

    @PostMapping("/api/corrections/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Correction undo(@PathVariable long id) {
        require(id);
        if (!corrections.undo(id)) {
            throw problem(HttpStatus.CONFLICT, "Only the last correction of a study can be undone, once it is applied.");
        }
        return require(id);
    }

    /** For objects that arrived since. */
    @PostMapping("/api/corrections/{id}/apply")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Correction applyAgain(@PathVariable long id) {
        require(id);
        if (!corrections.applyAgain(id)) {
            throw problem(HttpStatus.CONFLICT, "Only the last correction of a study can be applied again.");
        }
        return require(id);
    }

    private Correction require(long id) {
        Optional<Correction> found = corrections.find(id);
        return found.orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "There is no correction " + id + "."));
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }
}
