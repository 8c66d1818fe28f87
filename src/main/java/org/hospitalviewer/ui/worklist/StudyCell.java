package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.function.Consumer;
import java.util.function.Function;

/** How the cells of the worklist look; Lit escapes every value. */
final class StudyCell {

    private static final String REPORT = "<span class='urgent' ?hidden='${!item.urgent}'>${item.urgent}</span>"
            + "<span class='report-status ${item.kind}'>${item.report}</span>";

    private StudyCell() {
    }

    /** The name as a link, for the keyboard and for a second window; what is cut shows on hover. */
    static LitRenderer<StudyRow> patient(String openLabel) {
        return LitRenderer.<StudyRow>of(
                        "<a class='study-link' router-ignore href='viewer/${item.uid}' title='${item.name}' "
                                + "aria-label='${item.label}'>${item.name}</a>")
                .withProperty("uid", StudyRow::studyInstanceUid)
                .withProperty("label", study -> openLabel + ": " + study.patientName())
                .withProperty("name", StudyCell::nameOrDash);
    }

    static LitRenderer<StudyRow> dateAndTime() {
        return LitRenderer.<StudyRow>of("${item.date} <span class='quiet'>${item.time}</span>")
                .withProperty("date", StudyRow::studyDate)
                .withProperty("time", StudyRow::studyTime);
    }

    /** @param published name of the mark of studies that are to be published */
    static LitRenderer<StudyRow> description(String published) {
        return LitRenderer.<StudyRow>of("<vaadin-icon class='publish-mark' icon='vaadin:globe' role='img' "
                        + "?hidden='${!item.published}' title='${item.published}' aria-label='${item.published}'></vaadin-icon>"
                        + "<span title='${item.description}'>${item.description}</span>")
                .withProperty("published", study -> study.published() ? published : "")
                .withProperty("description", StudyRow::description);
    }

    static LitRenderer<StudyRow> modalities() {
        return LitRenderer.<StudyRow>of("<span class='modality' title='${item.modalities}'>${item.modalities}</span>")
                .withProperty("modalities", StudyRow::modalities);
    }

    /**
     * How far the report is, who is to write it, and a mark where it cannot wait.
     *
     * @param status in words, empty where there is no report
     * @param urgent name of the mark
     */
    static LitRenderer<StudyRow> report(Function<StudyRow, String> status, String urgent) {
        return withReport(LitRenderer.of("<span class='report-cell'>" + REPORT + "<span class='quiet report-reader' "
                + "title='${item.reader}'>${item.reader}</span></span>"), status, urgent);
    }

    private static LitRenderer<StudyRow> withReport(LitRenderer<StudyRow> cell, Function<StudyRow, String> status,
                                                    String urgent) {
        return cell.withProperty("report", status::apply)
                .withProperty("kind", study -> study.report() == null ? "none" : study.report().code())
                .withProperty("urgent", study -> study.urgent() ? urgent : "")
                .withProperty("reader", StudyRow::reader);
    }

    /**
     * Three lines for a phone, a fourth where there is a report or somebody to write one.
     *
     * @param images how many images, in words
     * @param status of the report in words
     * @param urgent name of the mark of studies that cannot wait
     * @param published name of the mark of studies that are to be published
     */
    static LitRenderer<StudyRow> card(String openLabel, Function<StudyRow, String> images,
                                      Function<StudyRow, String> status, String urgent, String published) {
        return withReport(LitRenderer.<StudyRow>of("""
                        <div class='study-card'>
                          <a class='study-link' router-ignore href='viewer/${item.uid}' aria-label='${item.label}'>${item.name}</a>
                          <span class='modality study-card-end'>${item.modalities}</span>
                          <span class='study-card-wide'>${item.description}</span>
                          <span class='study-card-wide publish-mark' ?hidden='${!item.published}'>
                            <vaadin-icon icon='vaadin:globe'></vaadin-icon>${item.published}</span>
                          <span class='quiet'>${item.date} ${item.time}</span>
                          <span class='quiet study-card-end'>${item.images}</span>
                          <span class='quiet study-card-reader'>${item.reader}</span>
                          <span class='study-card-end'>""" + REPORT + """
                          </span>
                        </div>""")
                .withProperty("uid", StudyRow::studyInstanceUid)
                .withProperty("label", study -> openLabel + ": " + study.patientName())
                .withProperty("name", StudyCell::nameOrDash)
                .withProperty("modalities", StudyRow::modalities)
                .withProperty("description", StudyRow::description)
                .withProperty("published", study -> study.published() ? published : "")
                .withProperty("date", StudyRow::studyDate)
                .withProperty("time", StudyRow::studyTime)
                .withProperty("images", images::apply), status, urgent);
    }

    /** A button for all that can be done to the study. */
    static LitRenderer<StudyRow> menu(String label, Consumer<StudyRow> open) {
        return LitRenderer.<StudyRow>of("<vaadin-button theme='tertiary icon' aria-label='${item.label}' "
                        + "@click='${open}'><vaadin-icon icon='vaadin:ellipsis-dots-v'></vaadin-icon></vaadin-button>")
                .withProperty("label", study -> label + ": " + study.patientName())
                .withFunction("open", open::accept);
    }

    private static String nameOrDash(StudyRow study) {
        return study.patientName().isBlank() ? "–" : study.patientName();
    }
}
