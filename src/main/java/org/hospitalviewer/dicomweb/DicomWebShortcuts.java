package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The most used parts of DICOMweb under addresses that scripts find easier: no Accept headers, fewer UIDs. */
@RestController
@RequestMapping("/api/dicomweb")
@Requires(Action.VIEW_IMAGES)
class DicomWebShortcuts {

    private final Archive archive;
    private final QidoController search;
    private final RetrieveController retrieve;

    DicomWebShortcuts(Archive archive, QidoController search, RetrieveController retrieve) {
        this.archive = archive;
        this.search = search;
        this.retrieve = retrieve;
    }

    /** As QIDO-RS; {@code Modality} is taken for ModalitiesInStudy. */
    @GetMapping("/studies")
    @Requires(Action.SEARCH_STUDIES)
    void studies(HttpServletRequest request, HttpServletResponse response) throws IOException {
        search.studies(new StudyModality(request), response);
    }

    /** The metadata of all instances of a study. */
    @GetMapping("/studies/{study}")
    void study(@PathVariable String study, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        retrieve.studyMetadata(study, request, response);
    }

    @GetMapping("/studies/{study}/series")
    @Requires(Action.SEARCH_STUDIES)
    void series(@PathVariable String study, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        search.seriesOfStudy(study, request, response);
    }

    @GetMapping("/studies/{study}/series/{series}/instances")
    @Requires(Action.SEARCH_STUDIES)
    void instances(@PathVariable String study, @PathVariable String series, HttpServletRequest request,
                   HttpServletResponse response) throws IOException {
        search.instancesOfSeries(study, series, request, response);
    }

    /** The DICOM file exactly as it is stored. */
    @GetMapping("/instances/{instance}")
    void instance(@PathVariable String instance, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        DicomWebAddress.requireUids(instance);
        Attributes found = archive.find(ArchiveQuery.of(QueryLevel.IMAGE,
                        List.of(new Match.Equal(Tag.SOPInstanceUID, instance)), 0, 1)).stream().findFirst()
                .orElseThrow(() -> WebProblem.notFound("There is no such instance."));
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(instance + ".dcm").build().toString());
        retrieve.file(found.getString(Tag.StudyInstanceUID), found.getString(Tag.SeriesInstanceUID), instance, request,
                response);
    }

    /** A search in which studies, too, have a modality. */
    private static final class StudyModality extends HttpServletRequestWrapper {

        StudyModality(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> parameters = new LinkedHashMap<>(super.getParameterMap());
            String[] modality = parameters.remove("Modality");
            if (modality != null) {
                parameters.put("ModalitiesInStudy", modality);
            }
            return parameters;
        }
    }
}
