package org.hospitalviewer.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.clinical.Preferences;
import org.hospitalviewer.language.Languages;
import org.hospitalviewer.language.ReaderLanguage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Which language a page is in: what the user chose for the account, else what was chosen at the login on this browser,
 * else what the browser asks for.
 */
@Component
public class LanguageChoice implements ReaderLanguage {

    private static final Logger LOG = LoggerFactory.getLogger(LanguageChoice.class);
    private static final String PREFERENCE = "language";
    private static final String COOKIE = "VIEWER_LANGUAGE";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Preferences preferences;
    private final MessageProvider messages;

    LanguageChoice(Preferences preferences, MessageProvider messages) {
        this.preferences = preferences;
        this.messages = messages;
    }

    /** For the visitor of this request. */
    public Locale of(HttpServletRequest request) {
        return Languages.locale(ofAccount().or(() -> ofBrowser(request)), Collections.list(request.getLocales()));
    }

    /** Browsers always name a language, and pages never send credentials of their own. */
    @Override
    public Locale ofAnswer(HttpServletRequest request) {
        boolean isPage = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
        return isPage ? of(request) : ReaderLanguage.ofHeader(request);
    }

    /** Codes of all languages there are. */
    public List<String> spoken() {
        return Languages.spoken();
    }

    /** Name of a language in itself. */
    public String name(String language) {
        return messages.getTranslation("language.name", Locale.of(language));
    }

    /** What the logged-in user chose for the account; empty while the database does not answer, too. */
    public Optional<String> ofAccount() {
        Account account = Account.current();
        if (account == null) {
            return Optional.empty();
        }
        try {
            return preferences.of(account, PREFERENCE).filter(JsonNode::isString).map(JsonNode::stringValue);
        } catch (DataAccessException e) {
            LOG.warn("The language of a user cannot be read now: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** @param language null: as the browser says */
    public void keep(Account account, String language) {
        if (language == null) {
            preferences.delete(account, PREFERENCE);
        } else {
            preferences.put(account, PREFERENCE, StringNode.valueOf(language));
        }
    }

    /** What the browser is to remember of a choice made at the login; empty for a language that is not spoken. */
    Optional<Cookie> remembered(HttpServletRequest request, String language) {
        return Stream.ofNullable(language).filter(Languages.spoken()::contains).map(spoken -> {
            Cookie cookie = new Cookie(COOKIE, spoken);
            cookie.setPath(request.getContextPath() + "/");
            cookie.setHttpOnly(true);
            cookie.setAttribute("SameSite", "Lax");
            cookie.setMaxAge((int) REMEMBERED.toSeconds());
            return cookie;
        }).findFirst();
    }

    private static Optional<String> ofBrowser(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
    }
}
