package org.hospitalviewer.access;

import java.time.Period;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own API tokens. */
@RestController
@RequestMapping("/api/auth/tokens")
@Requires(Action.USE_OWN_ACCOUNT)
class TokenController {

    private static final int MAX_DAYS = 3_660;

    private final ApiTokens tokens;
    private final AuditLog audit;

    TokenController(ApiTokens tokens, AuditLog audit) {
        this.tokens = tokens;
        this.audit = audit;
    }

    /**
     * What is wanted.
     *
     * @param days from now on; absent for ever
     */
    record Wish(String name, Integer days) {
    }

    record Made(String name, String token) {
    }

    @GetMapping
    List<ApiToken> mine() {
        return tokens.of(Account.current());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Made create(@RequestBody Wish wish) {
        if (wish.name() == null || wish.name().isBlank()) {
            throw problem(HttpStatus.BAD_REQUEST, "Give the token a name.");
        }
        if (wish.days() != null && (wish.days() < 1 || wish.days() > MAX_DAYS)) {
            throw problem(HttpStatus.BAD_REQUEST, "A token is valid for 1 to " + MAX_DAYS + " days.");
        }
        try {
            String secret = tokens.create(Account.current(), wish.name(),
                    wish.days() == null ? null : Period.ofDays(wish.days()));
            audit.record("CREATE_TOKEN", "TOKEN", wish.name(), AuditLog.Result.SUCCESS);
            return new Made(wish.name().strip(), secret);
        } catch (TooManyTokensException e) {
            throw problem(HttpStatus.CONFLICT, "There are " + ApiTokens.MAX_PER_USER
                    + " tokens already. Revoke one that is not used.");
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id) {
        if (!tokens.revoke(Account.current(), id)) {
            throw problem(HttpStatus.NOT_FOUND, "There is no such token.");
        }
        audit.record("REVOKE_TOKEN", "TOKEN", Long.toString(id), AuditLog.Result.SUCCESS);
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(detail);
        return problem;
    }
}
