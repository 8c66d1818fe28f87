package org.hospitalviewer.clinical;

import static org.hospitalviewer.clinical.JsonBody.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.docs.Body;
import org.hospitalviewer.dicom.data.UID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Measurements for the image viewer and for programs. */
@RestController
@RequestMapping("/api/measurements")
@Requires(Action.MEASURE_IMAGES)
class MeasurementController {

    /** An outline of 2,000 points needs a quarter of it. */
    private static final int MAX_BODY_BYTES = 256 * 1024;

    private final Measurements measurements;

    MeasurementController(Measurements measurements) {
        this.measurements = measurements;
    }

    /**
     * A change.
     *
     * @param version the one that the caller knows
     */
    record Change(Integer version, MeasurementData data) {
    }

    @GetMapping("/study/{study}")
    @Requires(Action.VIEW_IMAGES)
    List<Measurement> ofStudy(@PathVariable String study) {
        return measurements.ofStudy(requireUid(study));
    }

    @GetMapping("/series/{series}")
    @Requires(Action.VIEW_IMAGES)
    List<Measurement> ofSeries(@PathVariable String series) {
        return measurements.ofSeries(requireUid(series));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Body(NewMeasurement.class)
    Measurement add(HttpServletRequest request) throws IOException {
        NewMeasurement added = JsonBody.read(request, MAX_BODY_BYTES, NewMeasurement.class);
        return answered(() -> measurements.add(added)
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "The archive has no such image.")));
    }

    @PutMapping("/{id}")
    @Body(Change.class)
    Measurement change(@PathVariable long id, HttpServletRequest request) throws IOException {
        Change change = JsonBody.read(request, MAX_BODY_BYTES, Change.class);
        if (change.version() == null) {
            throw problem(HttpStatus.BAD_REQUEST, "Say which version is changed.");
        }
        return answered(() -> measurements.change(id, change.version(), change.data())
                .orElseThrow(() -> absent(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        if (!measurements.delete(id)) {
            throw absent(id);
        }
    }

    private static Measurement answered(Supplier<Measurement> work) {
        try {
            return work.get();
        } catch (InvalidMeasurementException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        } catch (MeasurementConflictException e) {
            throw problem(HttpStatus.CONFLICT, e.getMessage());
        }
    }

    private static RuntimeException absent(long id) {
        return problem(HttpStatus.NOT_FOUND, "There is no measurement " + id + ".");
    }

    private static String requireUid(String uid) {
        if (!UID.isAcceptable(uid)) {
            throw problem(HttpStatus.BAD_REQUEST, "This is not a UID.");
        }
        return uid;
    }
}
