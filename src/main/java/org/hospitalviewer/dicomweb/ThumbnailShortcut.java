package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The thumbnail of an instance, series or study under one address, for scripts that know nothing but its UID. */
@RestController
@Requires(Action.VIEW_IMAGES)
class ThumbnailShortcut {

    private final Archive archive;
    private final ThumbnailController thumbnails;

    ThumbnailShortcut(Archive archive, ThumbnailController thumbnails) {
        this.archive = archive;
        this.thumbnails = thumbnails;
    }

    @GetMapping("/api/dicomweb/thumbnail/{uid}")
    void thumbnail(@PathVariable String uid, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        DicomWebAddress.requireUids(uid);
        Optional<Attributes> instance = first(QueryLevel.IMAGE, Tag.SOPInstanceUID, uid);
        if (instance.isPresent()) {
            thumbnails.instance(instance.get().getString(Tag.StudyInstanceUID),
                    instance.get().getString(Tag.SeriesInstanceUID), uid, request, response);
            return;
        }
        Optional<Attributes> series = first(QueryLevel.SERIES, Tag.SeriesInstanceUID, uid);
        if (series.isPresent()) {
            thumbnails.series(series.get().getString(Tag.StudyInstanceUID), uid, request, response);
            return;
        }
        thumbnails.study(uid, request, response);
    }

    private Optional<Attributes> first(QueryLevel level, int tag, String uid) {
        return archive.find(ArchiveQuery.of(level, List.of(new Match.Equal(tag, uid)), 0, 1)).stream().findFirst();
    }
}
