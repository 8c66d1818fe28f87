package org.hospitalviewer.clinical.note;

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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes for screens and programs. */
@RestController
@RequestMapping("/api/notes")
@Requires(Action.WRITE_NOTES)
class NoteController {

    private final Notes notes;

    NoteController(Notes notes) {
        this.notes = notes;
    }

    @GetMapping("/study/{study}")
    @Requires(Action.READ_NOTES)
    List<Note> ofStudy(@PathVariable String study) {
        return notes.ofStudy(uid(study));
    }

    @GetMapping("/series/{series}")
    @Requires(Action.READ_NOTES)
    List<Note> ofSeries(@PathVariable String series) {
        return notes.ofSeries(uid(series));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Body(NewNote.class)
    Note add(HttpServletRequest request) throws IOException {
        NewNote added = JsonBody.read(request, MAX_BODY_BYTES, NewNote.class);
        return checked(() -> notes.add(added))
                .orElseThrow(() -> absent("The archive has no such study, series or instance."));
    }

    @PutMapping("/{id}")
    @Body(NoteChange.class)
    Note change(@PathVariable long id, HttpServletRequest request) throws IOException {
        NoteChange change = JsonBody.read(request, MAX_BODY_BYTES, NoteChange.class);
        return checked(() -> notes.change(id, change)).orElseThrow(() -> absent("There is no note " + id + "."));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        if (!notes.delete(id)) {
            throw absent("There is no note " + id + ".");
        }
    }
}
