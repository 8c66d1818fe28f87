package org.hospitalviewer.backup.drive;

import com.google.api.client.auth.oauth2.AuthorizationCodeTokenRequest;
import com.google.api.client.auth.oauth2.ClientParametersAuthentication;
import com.google.api.client.auth.oauth2.TokenResponse;
import com.google.api.client.auth.oauth2.TokenResponseException;
import com.google.api.client.http.GenericUrl;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Google's consent: the owner of an account allows the program to keep files in it (RFC 6749 with PKCE, RFC 7636, and a
 * loopback address, RFC 8252). An answer counts once, for a while, and for the visitor who asked.
 */
@Component
public final class Consents {

    /** Only files that the program made itself. */
    static final String SCOPE = "https://www.googleapis.com/auth/drive.file";
    /** Where Google sends people back to, behind the appliance's address. */
    public static final String CALLBACK = "/api/backup/oauth/callback";

    static final Duration TIME_LIMIT = Duration.ofMinutes(15);
    private static final int MAX_PENDING = 100;
    private static final int RANDOM_BYTES = 32;
    private static final int MAX_ANSWER = 4_000;
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7e]{1,1000}");

    private final Environment environment;
    private final Clock clock;
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    @Autowired
    Consents(Environment environment) {
        this(environment, Clock.systemUTC());
    }

    Consents(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    private record Pending(String visitor, GoogleClient client, String verifier, URI redirect, Instant end) {
    }

    /**
     * What Google answered.
     *
     * @param error why there is no code, such as {@code access_denied}
     */
    public record Answer(String state, String code, String error) {

        /**
         * The answer in the address of a page.
         *
         * @throws ConsentRefusedException when it is no such address
         */
        public static Answer in(String address) throws ConsentRefusedException {
            if (address == null || address.length() > MAX_ANSWER || !address.contains("state=")) {
                throw noAddress(null);
            }
            try {
                Map<String, String> query = UriComponentsBuilder.fromUriString(address.strip()).build().getQueryParams()
                        .toSingleValueMap();
                return new Answer(decoded(query.get("state")), decoded(query.get("code")), decoded(query.get("error")));
            } catch (IllegalArgumentException e) {
                throw noAddress(e);
            }
        }

        private static ConsentRefusedException noAddress(Exception cause) {
            return new ConsentRefusedException("This is not the address of that page. Copy all of it from the address bar; it "
                    + "begins with http:// and has state= and code= in it.", cause);
        }

        private static String decoded(String text) {
            return text == null ? null : URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return error == null ? "a code" : error;
        }
    }

    /**
     * Begins; the visitor is to open the address that is returned.
     *
     * @param visitor  tells visitors apart, such as their session
     * @param redirect where Google sends them back to
     */
    public URI begin(GoogleClient client, String visitor, URI redirect) {
        String state = random();
        String verifier = random();
        remember(state, new Pending(visitor, client, verifier, redirect, clock.instant().plus(TIME_LIMIT)));
        return UriComponentsBuilder.fromUri(endpoints().consent())
                .queryParam("client_id", "{client}").queryParam("redirect_uri", "{redirect}").queryParam("response_type", "code")
                .queryParam("scope", "{scope}").queryParam("state", state)
                .queryParam("code_challenge", challenge(verifier)).queryParam("code_challenge_method", "S256")
                // A refresh token comes only with both.
                .queryParam("access_type", "offline").queryParam("prompt", "consent")
                .encode().buildAndExpand(client.id(), redirect, SCOPE).toUri();
    }

    private synchronized void remember(String state, Pending consent) {
        pending.values().removeIf(other -> other.visitor().equals(consent.visitor()) || other.end().isBefore(clock.instant()));
        if (pending.size() >= MAX_PENDING) {
            pending.remove(pending.keySet().iterator().next());
        }
        pending.put(state, consent);
    }

    private synchronized Pending claim(String visitor, String state) throws ConsentRefusedException {
        Pending consent = state == null ? null : pending.get(state);
        if (consent == null || !consent.visitor().equals(visitor)) {
            throw new ConsentRefusedException("This answer of Google does not belong to a connection that was begun here, or it "
                    + "was used before. Press Connect again.");
        }
        pending.remove(state);
        if (consent.end().isBefore(clock.instant())) {
            throw new ConsentRefusedException("That took longer than " + TIME_LIMIT.toMinutes()
                    + " minutes. Press Connect again.");
        }
        return consent;
    }

    /**
     * Ends it; Google is asked for the token.
     *
     * @throws ConsentRefusedException when there is none, with the reason in a sentence
     */
    public DriveCredentials finish(String visitor, Answer answer) throws ConsentRefusedException {
        Pending consent = claim(visitor, answer.state());
        if (answer.error() != null) {
            throw new ConsentRefusedException(answer.error().equals("access_denied")
                    ? "The access was not allowed at Google. Press Connect again, and there Continue or Allow."
                    : "Google did not allow the access. Compare the client ID and the steps at Google, and press Connect again.");
        }
        if (answer.code() == null || !CODE.matcher(answer.code()).matches()) {
            throw new ConsentRefusedException("There is no code in this answer of Google. Press Connect again.");
        }
        return exchange(consent, answer.code());
    }

    private DriveCredentials exchange(Pending consent, String code) throws ConsentRefusedException {
        TokenResponse token;
        try {
            token = new AuthorizationCodeTokenRequest(DriveConnection.TRANSPORT, DriveConnection.JSON,
                    new GenericUrl(endpoints().token()), code).setRedirectUri(consent.redirect().toString())
                    .setClientAuthentication(new ClientParametersAuthentication(consent.client().id(), consent.client().secret()))
                    .set("code_verifier", consent.verifier()).execute();
        } catch (TokenResponseException e) {
            throw refused(e);
        } catch (IOException e) {
            throw new ConsentRefusedException(DriveTrouble.of(e).sentence(e), e);
        }
        if (token.getScope() != null && !Arrays.asList(token.getScope().split(" ")).contains(SCOPE)) {
            throw new ConsentRefusedException(DriveTrouble.NOT_ALLOWED.sentence(null));
        }
        if (token.getRefreshToken() == null) {
            throw new ConsentRefusedException("Google gave no lasting access. Remove the program at "
                    + "myaccount.google.com/connections and press Connect again.");
        }
        return new DriveCredentials(consent.client().id(), consent.client().secret(), token.getRefreshToken());
    }

    private static ConsentRefusedException refused(TokenResponseException answer) {
        boolean codeOver = answer.getDetails() != null && "invalid_grant".equals(answer.getDetails().getError());
        return new ConsentRefusedException(codeOver ? "Google does not accept this answer any more. Press Connect again."
                : DriveTrouble.of(answer).sentence(answer), answer);
    }

    GoogleEndpoints endpoints() {
        return GoogleEndpoints.of(environment);
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return base64(bytes);
    }

    /** RFC 7636, 4.2. */
    static String challenge(String verifier) {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
