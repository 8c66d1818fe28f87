package org.hospitalviewer.clinical.paper;

import static org.hospitalviewer.clinical.JsonBody.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reports and prescriptions as PDF, and the logo on them. */
@RestController
@Requires(Action.MANAGE_SETTINGS)
class PaperController {

    private final ReportPrinting printing;
    private final PrescriptionPrinting prescriptions;
    private final Logo logo;

    PaperController(ReportPrinting printing, PrescriptionPrinting prescriptions, Logo logo) {
        this.printing = printing;
        this.prescriptions = prescriptions;
        this.logo = logo;
    }

    /** Shown in the browser; {@code download=true} saves it. */
    @GetMapping("/api/reports/{id}/pdf")
    @Requires(Action.READ_REPORTS)
    ResponseEntity<byte[]> pdf(@PathVariable long id, @RequestParam(defaultValue = "0") int version,
                               @RequestParam(defaultValue = "false") boolean download) throws IOException {
        byte[] pdf = printing.pdf(id, version)
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "There is no such report or version."));
        return paper(pdf, "report-" + id + ".pdf", download);
    }

    /** Shown in the browser; {@code download=true} saves it. */
    @GetMapping("/api/prescriptions/{id}/pdf")
    @Requires(Action.READ_PRESCRIPTIONS)
    ResponseEntity<byte[]> prescription(@PathVariable long id, @RequestParam(defaultValue = "false") boolean download)
            throws IOException {
        byte[] pdf = prescriptions.pdf(id)
                .orElseThrow(() -> problem(HttpStatus.NOT_FOUND, "There is no prescription " + id + "."));
        return paper(pdf, "prescription-" + id + ".pdf", download);
    }

    private static ResponseEntity<byte[]> paper(byte[] pdf, String name, boolean download) {
        ContentDisposition disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(name).build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString()).body(pdf);
    }

    /** What papers of the clinic begin with, without a patient. */
    @GetMapping("/api/letterhead/sample")
    ResponseEntity<byte[]> sample() throws IOException {
        return paper(printing.sample(), "sample.pdf", false);
    }

    /** 204 when there is none. */
    @GetMapping("/api/letterhead/logo")
    ResponseEntity<byte[]> logo() {
        byte[] png = logo.png();
        return png.length == 0 ? ResponseEntity.noContent().build()
                : ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).cacheControl(CacheControl.noStore()).body(png);
    }

    /** The body is the PNG or JPEG itself. */
    @PutMapping("/api/letterhead/logo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replaceLogo(HttpServletRequest request) throws IOException {
        byte[] picture = request.getInputStream().readNBytes(Logo.MAX_BYTES + 1);
        if (picture.length > Logo.MAX_BYTES) {
            throw problem(HttpStatus.CONTENT_TOO_LARGE, "A logo has " + Logo.MAX_BYTES + " bytes at most.");
        }
        try {
            logo.replace(picture);
        } catch (InvalidLogoException e) {
            throw problem(HttpStatus.BAD_REQUEST, e.getMessage());
        }
    }

    @DeleteMapping("/api/letterhead/logo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeLogo() {
        if (!logo.remove()) {
            throw problem(HttpStatus.NOT_FOUND, "There is no logo.");
        }
    }
}
