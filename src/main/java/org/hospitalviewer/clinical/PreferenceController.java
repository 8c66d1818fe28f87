package org.hospitalviewer.clinical;

import static org.hospitalviewer.clinical.JsonBody.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** One's own preferences. */
@RestController
@RequestMapping("/api/preferences/{key}")
@Requires(Action.USE_OWN_ACCOUNT)
class PreferenceController {

    private static final int MAX_BODY_BYTES = 16 * 1024;

    private final Preferences preferences;

    PreferenceController(Preferences preferences) {
        this.preferences = preferences;
    }

    /** 204 when nothing was kept yet, which is no error. */
    @GetMapping
    ResponseEntity<JsonNode> get(@PathVariable String key) {
        return preferences.of(Account.current(), checked(key)).map(ResponseEntity::ok)
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable String key, HttpServletRequest request) throws IOException {
        preferences.put(Account.current(), checked(key), JsonBody.read(request, MAX_BODY_BYTES, JsonNode.class));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String key) {
        if (!preferences.delete(Account.current(), checked(key))) {
            throw problem(HttpStatus.NOT_FOUND, "Nothing was kept under this key.");
        }
    }

    private static String checked(String key) {
        if (!Preferences.isKey(key)) {
            throw problem(HttpStatus.BAD_REQUEST, "A key has letters, digits, dots, dashes and underscores, up to 100.");
        }
        return key;
    }
}
