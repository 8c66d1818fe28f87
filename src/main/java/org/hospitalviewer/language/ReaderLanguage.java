package org.hospitalviewer.language;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Who reads an answer, as far as it concerns the language of its sentences. */
public interface ReaderLanguage {

    /**
     * For sentences within data: what a page would be in. A program reads English unless it names another language by
     * {@code Accept-Language}.
     */
    Locale ofAnswer(HttpServletRequest request);

    /** By {@code Accept-Language} alone: where nobody is logged in, or the database cannot be asked what they chose. */
    static Locale ofHeader(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.ENGLISH
                : Languages.locale(Optional.empty(), Collections.list(request.getLocales()));
    }
}
