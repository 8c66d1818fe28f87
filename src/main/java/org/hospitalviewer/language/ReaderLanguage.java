package org.hospitalviewer.language;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** Who reads an answer, as far as it concerns the language of its sentences. */
public interface ReaderLanguage {

    /**
     * For sentences within data: what a page would be in. A program reads English unless it names another language by
     * {@code Accept-Language}.
     */
    Locale ofAnswer(HttpServletRequest request);
}
