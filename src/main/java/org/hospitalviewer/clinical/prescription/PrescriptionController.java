package org.hospitalviewer.clinical.prescription;

import static org.hospitalviewer.clinical.EntryAnswer.MAX_BODY_BYTES;
import static org.hospitalviewer.clinical.EntryAnswer.absent;
import static org.hospitalviewer.clinical.EntryAnswer.checked;
import static org.hospitalviewer.clinical.EntryAnswer.uid;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.docs.Body;
import org.hospitalviewer.clinical.JsonBody;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Prescriptions for screens and programs. */
@RestController
@RequestMapping("/api/prescriptions")
@Requires(Action.READ_PRESCRIPTIONS)
class PrescriptionController {

    private final Prescriptions prescriptions;

    PrescriptionController(Prescriptions prescriptions) {
        this.prescriptions = prescriptions;
    }

    @GetMapping("/study/{study}")
    List<Prescription> ofStudy(@PathVariable String study) {
        return prescriptions.ofStudy(uid(study));
    }

    /** The Patient ID may hold any character, and so is no part of the path. */
    @GetMapping("/patient")
    List<Prescription> ofPatient(@RequestParam String id, @RequestParam(required = false) Long before,
                                 @RequestParam(defaultValue = "100") int limit) {
        return prescriptions.ofPatient(id, before, limit);
    }

    @GetMapping("/{id}")
    Prescription find(@PathVariable long id) {
        return prescriptions.find(id).orElseThrow(() -> none(id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Requires(Action.PRESCRIBE)
    @Body(NewPrescription.class)
    Prescription add(HttpServletRequest request) throws IOException {
        NewPrescription added = JsonBody.read(request, MAX_BODY_BYTES, NewPrescription.class);
        return checked(() -> prescriptions.add(added)).orElseThrow(() -> absent("The archive has no such study."));
    }

    /** Withdraws it: what was prescribed once stays to be seen. */
    @DeleteMapping("/{id}")
    @Requires(Action.PRESCRIBE)
    Prescription withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
        return checked(() -> prescriptions.withdraw(id, reason)).orElseThrow(() -> none(id));
    }

    private static RuntimeException none(long id) {
        return absent("There is no prescription " + id + ".");
    }
}
