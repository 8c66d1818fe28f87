package org.hospitalviewer.clinical.template;

import static org.hospitalviewer.clinical.JsonBody.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
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

/** Short words that expand to text. */
@RestController
@RequestMapping("/api/report-snippets")
@Requires(Action.WRITE_REPORTS)
class SnippetController {

    private static final int MAX_BODY_BYTES = 64 * 1024;

    private final Snippets snippets;

    SnippetController(Snippets snippets) {
        this.snippets = snippets;
    }

    @GetMapping
    List<Snippet> all() {
        return snippets.all();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Snippet add(HttpServletRequest request) throws IOException {
        Snippet snippet = JsonBody.read(request, MAX_BODY_BYTES, Snippet.class);
        return TemplateController.checked(() -> snippets.add(snippet));
    }

    @PutMapping("/{id}")
    Snippet change(@PathVariable long id, HttpServletRequest request) throws IOException {
        Snippet snippet = JsonBody.read(request, MAX_BODY_BYTES, Snippet.class);
        return TemplateController.checked(() -> snippets.change(id, snippet)).orElseThrow(() -> absent(id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        if (!snippets.delete(id)) {
            throw absent(id);
        }
    }

    private static RuntimeException absent(long id) {
        return problem(HttpStatus.NOT_FOUND, "There is no shortcut " + id + ".");
    }
}
