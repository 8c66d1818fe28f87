package org.hospitalviewer.clinical.template;

import static org.hospitalviewer.clinical.JsonBody.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.clinical.JsonBody;
import org.hospitalviewer.dicom.data.UID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Templates of reports. */
@RestController
@RequestMapping("/api/report-templates")
@Requires(Action.MANAGE_TEMPLATES)
class TemplateController {

    private static final int MAX_BODY_BYTES = 512 * 1024;

    private final Templates templates;

    TemplateController(Templates templates) {
        this.templates = templates;
    }

    /** Those that are offered, the best for the study or examination first. */
    @GetMapping
    @Requires(Action.WRITE_REPORTS)
    List<ReportTemplate> fitting(@RequestParam(defaultValue = "") String study,
                                 @RequestParam(defaultValue = "") String modality,
                                 @RequestParam(defaultValue = "") String bodyPart,
                                 @RequestParam(defaultValue = "") String description) {
        if (study.isEmpty()) {
            return templates.fitting(new Examination(modality.isEmpty() ? List.of() : List.of(modality),
                    List.of(bodyPart), description));
        }
        if (!UID.isAcceptable(study)) {
            throw problem(HttpStatus.BAD_REQUEST, "This is not a UID.");
        }
        return templates.fitting(study);
    }

    /** All of them, also those that are switched off. */
    @GetMapping("/all")
    List<OfferedTemplate> all() {
        return templates.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OfferedTemplate add(HttpServletRequest request) throws IOException {
        ReportTemplate template = read(request);
        return checked(() -> templates.add(template));
    }

    @PutMapping("/{key}")
    OfferedTemplate change(@PathVariable String key, HttpServletRequest request) throws IOException {
        ReportTemplate template = read(request);
        return checked(() -> templates.change(key, template)).orElseThrow(TemplateController::absent);
    }

    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable String key) {
        if (!templates.reset(key)) {
            throw absent();
        }
    }

    private static ReportTemplate read(HttpServletRequest request) throws IOException {
        return JsonBody.read(request, MAX_BODY_BYTES, ReportTemplate.class);
    }

    /** Does the work; what makes no sense becomes 400. */
    static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (InvalidTemplateException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    private static RuntimeException absent() {
        return problem(HttpStatus.NOT_FOUND, "No template of this key was made or changed here.");
    }
}
