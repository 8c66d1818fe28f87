package org.hospitalviewer.clinical.note;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a note is about. */
public enum NoteCategory {
    /** Anything else. */
    GENERAL,
    /** History and complaints of the patient. */
    CLINICAL,
    /** How the images were made and how good they are. */
    TECHNICAL,
    /** Allergies, implants, contrast medium and the like. */
    SAFETY,
    /** What is to be done next. */
    FOLLOW_UP;

    /** Name for programs and in the database, such as {@code follow_up}. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<NoteCategory> of(String code) {
        return Arrays.stream(values()).filter(category -> category.code().equals(code)).findFirst();
    }
}
