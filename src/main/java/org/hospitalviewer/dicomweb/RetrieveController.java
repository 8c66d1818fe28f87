package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** WADO-RS: studies, series, instances, their metadata, frames and bulk data, straight from the files (PS3.18 10.4). */
@RestController
@RequestMapping(DicomWebAddress.ROOT + "/studies/{study}")
@Requires(Action.VIEW_IMAGES)
class RetrieveController {

    private static final String DICOM = "application/dicom";
    private static final int MAX_FRAMES_AT_ONCE = 1_000;

    private final Archive archive;
    private final AuditLog audit;
    private final FramesAnswer frames;
    private final MetadataAnswer metadata;

    RetrieveController(Archive archive, AuditLog audit, FramesAnswer frames, MetadataAnswer metadata) {
        this.archive = archive;
        this.audit = audit;
        this.frames = frames;
        this.metadata = metadata;
    }

    @GetMapping
    void study(@PathVariable String study, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        sendObjects(ofStudy(study), request, response);
    }

    @GetMapping("/series/{series}")
    void series(@PathVariable String study, @PathVariable String series, HttpServletRequest request,
                HttpServletResponse response) throws IOException {
        sendObjects(ofSeries(study, series), request, response);
    }

    @GetMapping("/metadata")
    void studyMetadata(@PathVariable String study, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        metadata.send(ofStudy(study), request, response);
    }

    @GetMapping("/series/{series}/metadata")
    void seriesMetadata(@PathVariable String study, @PathVariable String series, HttpServletRequest request,
                        HttpServletResponse response) throws IOException {
        metadata.send(ofSeries(study, series), request, response);
    }

    @GetMapping("/series/{series}/instances/{instance}/metadata")
    void instanceMetadata(@PathVariable String study, @PathVariable String series, @PathVariable String instance,
                          HttpServletRequest request, HttpServletResponse response) throws IOException {
        metadata.send(List.of(require(study, series, instance)), request, response);
    }

    @GetMapping("/series/{series}/instances/{instance}")
    void instance(@PathVariable String study, @PathVariable String series, @PathVariable String instance,
                  HttpServletRequest request, HttpServletResponse response) throws IOException {
        sendObjects(List.of(require(study, series, instance)), request, response);
    }

    /** Frames as stored, or decoded; {@link FramesAnswer} says what a client gets. */
    @GetMapping("/series/{series}/instances/{instance}/frames/{numbers}")
    void frames(@PathVariable String study, @PathVariable String series, @PathVariable String instance,
                @PathVariable String numbers, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<Integer> wanted = frameNumbers(numbers);
        StoredInstance stored = require(study, series, instance);
        frames.send(stored, wanted, request, response);
    }

    @GetMapping("/series/{series}/instances/{instance}/bulkdata/{*attribute}")
    void bulkData(@PathVariable String study, @PathVariable String series, @PathVariable String instance,
                  @PathVariable String attribute, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StoredInstance stored = require(study, series, instance);
        String attributePath = attribute.startsWith("/") ? attribute.substring(1) : attribute;
        sendBytes(stored, stored.bulkData(attributePath)
                .orElseThrow(() -> WebProblem.notFound("There is no such bulk data in this instance.")),
                "bulkdata/" + attributePath, request, response);
    }

    private static void sendBytes(StoredInstance stored, List<Content> parts, String what, HttpServletRequest request,
                                  HttpServletResponse response) throws IOException {
        String syntax = stored.frameTransferSyntaxUid();
        AcceptedEncoding encoding = AcceptedEncoding.ofBytes(AcceptHeader.of(request), syntax, parts.size(), false)
                .orElseThrow(() -> notAcceptable(FrameMediaType.BYTES, syntax));
        PartsAnswer.of(parts, encoding).send(List.of(stored), what, request, response);
    }

    private static void sendObjects(List<StoredInstance> objects, HttpServletRequest request,
                                    HttpServletResponse response) throws IOException {
        List<MediaRange> wishes = AcceptHeader.of(request);
        List<Multipart.Part> parts = new ArrayList<>();
        boolean multipart = false;
        for (StoredInstance object : objects) {
            String stored = object.transferSyntaxUid();
            AcceptedEncoding encoding = AcceptedEncoding.ofObject(wishes, stored, objects.size())
                    .orElseThrow(() -> notAcceptable(DICOM, stored));
            parts.add(PartsAnswer.part(encoding.transferSyntaxUid().equals(stored) ? object.file()
                    : object.explicitLittleEndianFile(), encoding));
            multipart = encoding.multipart();
        }
        new PartsAnswer(multipart, DICOM, parts).send(objects, "objects", request, response);
    }

    /** One file exactly as it is stored. */
    void file(String study, String series, String instance, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        StoredInstance stored = require(study, series, instance);
        AcceptedEncoding asStored = new AcceptedEncoding(false, DICOM, stored.transferSyntaxUid());
        PartsAnswer.of(List.of(stored.file()), asStored).send(List.of(stored), "file", request, response);
    }

    private List<StoredInstance> ofStudy(String study) {
        DicomWebAddress.requireUids(study);
        List<String> series = archive.find(ArchiveQuery.of(QueryLevel.SERIES,
                        List.of(new Match.Equal(Tag.StudyInstanceUID, study)), 0, Integer.MAX_VALUE))
                .stream().map(entity -> entity.getString(Tag.SeriesInstanceUID)).toList();
        if (series.isEmpty()) {
            throw WebProblem.notFound("There is no such study.");
        }
        series.forEach(audit::viewedSeries);
        return series.stream().flatMap(uid -> archive.instances(study, uid).stream()).toList();
    }

    private List<StoredInstance> ofSeries(String study, String series) {
        DicomWebAddress.requireUids(study, series);
        List<StoredInstance> instances = archive.instances(study, series);
        if (instances.isEmpty()) {
            throw WebProblem.notFound("There is no such series.");
        }
        audit.viewedSeries(series);
        return instances;
    }

    private StoredInstance require(String study, String series, String instance) {
        DicomWebAddress.requireUids(study, series, instance);
        StoredInstance stored = archive.instance(study, series, instance)
                .orElseThrow(() -> WebProblem.notFound("There is no such instance."));
        audit.viewedSeries(series);
        return stored;
    }

    private static WebProblem notAcceptable(String mediaType, String transferSyntaxUid) {
        return WebProblem.notAcceptable("This is kept in the transfer syntax " + transferSyntaxUid
                + "; accept multipart/related; type=\"" + mediaType + "\"; transfer-syntax=* to get it.");
    }

    private static List<Integer> frameNumbers(String numbers) {
        if (!numbers.matches("\\d{1,9}(,\\d{1,9})*")) {
            throw WebProblem.badRequest("Frames are given by their numbers, separated by commas.");
        }
        List<Integer> wanted = Arrays.stream(numbers.split(",")).map(Integer::valueOf).toList();
        if (wanted.size() > MAX_FRAMES_AT_ONCE) {
            throw WebProblem.badRequest("At most " + MAX_FRAMES_AT_ONCE + " frames can be asked for at once.");
        }
        return wanted;
    }
}
