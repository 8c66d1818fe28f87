package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** QIDO-RS: searches for studies, series and instances (PS3.18 10.6). */
@RestController
@RequestMapping(DicomWebAddress.ROOT)
@Requires(Action.SEARCH_STUDIES)
class QidoController {

    private final Archive archive;
    private final AuditLog audit;

    QidoController(Archive archive, AuditLog audit) {
        this.archive = archive;
        this.audit = audit;
    }

    @GetMapping("/studies")
    void studies(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(QueryLevel.STUDY, List.of(), request, response);
    }

    @GetMapping("/series")
    void series(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(QueryLevel.SERIES, List.of(), request, response);
    }

    @GetMapping("/instances")
    void instances(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(QueryLevel.IMAGE, List.of(), request, response);
    }

    @GetMapping("/studies/{study}/series")
    void seriesOfStudy(@PathVariable String study, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(QueryLevel.SERIES, List.of(uid(Tag.StudyInstanceUID, study)), request, response);
    }

    @GetMapping("/studies/{study}/instances")
    void instancesOfStudy(@PathVariable String study, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(QueryLevel.IMAGE, List.of(uid(Tag.StudyInstanceUID, study)), request, response);
    }

    @GetMapping("/studies/{study}/series/{series}/instances")
    void instancesOfSeries(@PathVariable String study, @PathVariable String series, HttpServletRequest request,
                           HttpServletResponse response) throws IOException {
        answer(QueryLevel.IMAGE, List.of(uid(Tag.StudyInstanceUID, study), uid(Tag.SeriesInstanceUID, series)),
                request, response);
    }

    private static Match uid(int tag, String uid) {
        DicomWebAddress.requireUids(uid);
        return new Match.Equal(tag, uid);
    }

    private void answer(QueryLevel level, List<Match> fixed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        JsonAnswer answer = JsonAnswer.to(request);
        QidoParameters parameters = QidoParameters.parse(level, fixed, request.getParameterMap(),
                archive.matchable(level));
        List<Attributes> found = archive.find(parameters.query());
        String words = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        audit.searched(request.getRequestURI() + words);
        warn(parameters, found.size(), response);
        InstanceFields fields = new InstanceFields(archive, parameters.query());
        answer.write(found.stream().map(fields::complete)
                .map(entity -> SearchResult.complete(entity, level, answer.root())).iterator(), response);
    }

    private static void warn(QidoParameters parameters, int found, HttpServletResponse response) {
        parameters.warnings().forEach(warning -> warn(warning, response));
        if (found == QidoParameters.MAX_LIMIT) {
            warn("There may be more results; ask on with offset.", response);
        }
    }

    /** Warning code 299: miscellaneous, persistent (PS3.18 8.3.4). */
    private static void warn(String sentence, HttpServletResponse response) {
        response.addHeader("Warning", "299 hospital-viewer \"" + sentence + "\"");
    }
}
