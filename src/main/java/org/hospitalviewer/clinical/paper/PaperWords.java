package org.hospitalviewer.clinical.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.hospitalviewer.language.Language;
import org.hospitalviewer.language.Texts;

/**
 * What a paper says beside what people wrote, in the language of the clinic: a paper goes to patients and colleagues, so
 * the language of whoever prints it does not count.
 */
record PaperWords(Language language) {

    /** @param parameters numbers come as text, since a paper groups no digits of theirs */
    String say(String key, String... parameters) {
        return Texts.text(language.locale(), key, (Object[]) parameters);
    }

    String day(LocalDate day) {
        return pattern("paper.day").format(day);
    }

    /** By the clock of the appliance. */
    String time(Instant time) {
        return pattern("paper.time").format(time.atZone(ZoneId.systemDefault()));
    }

    private DateTimeFormatter pattern(String key) {
        return DateTimeFormatter.ofPattern(say(key), language.locale());
    }
}
