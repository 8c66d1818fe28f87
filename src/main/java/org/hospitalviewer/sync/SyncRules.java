package org.hospitalviewer.sync;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/**
 * Which studies go out.
 *
 * @param modalities   those with one of these; empty for all
 * @param since        those of this day and later, null for all; a study without a date goes out
 * @param onlyReported those with a signed report; null for false
 * @param onlyPublished those that are marked to be published; null for false
 */
public record SyncRules(List<String> modalities, LocalDate since, Boolean onlyReported, Boolean onlyPublished) {

    static final SyncRules ALL = new SyncRules(List.of(), null, false, false);
    private static final int MAX_MODALITIES = 20;

    /** @throws IllegalArgumentException for what is no modality (VR CS, PS3.5 6.2) */
    public SyncRules {
        onlyReported = onlyReported != null && onlyReported;
        onlyPublished = onlyPublished != null && onlyPublished;
        modalities = modalities == null ? List.of()
                : modalities.stream().map(code -> code.strip().toUpperCase(Locale.ROOT)).distinct().toList();
        if (modalities.size() > MAX_MODALITIES || !modalities.stream().allMatch(code -> code.matches("[A-Z0-9_]{1,16}"))) {
            throw new IllegalArgumentException("Modalities are codes such as CT or MR, at most 20 of them.");
        }
    }

    /**
     * @param uid   of the study
     * @param study as a search finds it
     */
    boolean admit(String uid, Attributes study, StudyDecisions decisions) {
        return (modalities.isEmpty() || modalitiesOf(study).anyMatch(modalities::contains)) && isLateEnough(study)
                && (!onlyReported || decisions.isReported(uid)) && (!onlyPublished || decisions.isPublished(uid));
    }

    private static Stream<String> modalitiesOf(Attributes study) {
        String[] values = study.getStrings(Tag.ModalitiesInStudy);
        return values == null ? Stream.empty() : Stream.of(values);
    }

    private boolean isLateEnough(Attributes study) {
        String date = study.getString(Tag.StudyDate);
        if (since == null || date == null || date.isBlank()) {
            return true;
        }
        try {
            return !LocalDate.parse(date.strip(), DateTimeFormatter.BASIC_ISO_DATE).isBefore(since);
        } catch (DateTimeException e) {
            return true;
        }
    }
}
