package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.io.Part10;

/** The objects of a series, and single ones. */
final class SeriesObjects {

    private static final int MAX_INSTANCES = 50_000;

    private final RemoteConnection server;
    private final RemoteSearch search;
    private final ChangeLog log;
    private final ChangeFollower follower;
    private final FetchedFiles files;
    private final ObjectDownload download;

    SeriesObjects(RemoteConnection server, RemoteSearch search, ChangeLog log, ChangeFollower follower,
                  FetchedFiles files, ObjectDownload download) {
        this.server = server;
        this.search = search;
        this.log = log;
        this.follower = follower;
        this.files = files;
        this.download = download;
    }

    /** In the order of Instance Number. */
    List<StoredInstance> all(String studyUid, String seriesUid) {
        if (!UID.isAcceptable(studyUid) || !UID.isAcceptable(seriesUid)) {
            return List.of();
        }
        long generation = log.generation(studyUid);
        List<Match> matches = List.of(new Match.Equal(Tag.StudyInstanceUID, studyUid),
                new Match.Equal(Tag.SeriesInstanceUID, seriesUid));
        Found found = search.find(QueryLevel.IMAGE, matches, List.of(Tag.AvailableTransferSyntaxUID), MAX_INSTANCES);
        SeriesMetadata headers = new SeriesMetadata(server, studyUid, seriesUid);
        Supplier<Map<String, String>> syntaxes = once(() -> syntaxes(seriesUid));
        return found.entities().stream()
                .sorted(Comparator.comparingInt((Attributes one) -> one.getInt(Tag.InstanceNumber, Integer.MAX_VALUE))
                        .thenComparing(one -> one.getString(Tag.SOPInstanceUID)))
                .map(one -> listed(new ObjectName(studyUid, seriesUid, one.getString(Tag.SOPInstanceUID)), one,
                        generation, headers, syntaxes)).toList();
    }

    private StoredInstance listed(ObjectName name, Attributes one, long generation, SeriesMetadata headers,
                                  Supplier<Map<String, String>> syntaxes) {
        return new RemoteInstance(name, generation, once(() -> {
            String syntax = one.getString(Tag.AvailableTransferSyntaxUID, syntaxes.get().get(name.sopUid()));
            String sopClass = one.getString(Tag.SOPClassUID);
            return syntax != null && sopClass != null ? new RemoteInstance.Encoding(sopClass, syntax) : fromFile(name);
        }), headers, files, download);
    }

    /** An Orthanc tells all at once; others may have told already. */
    private Map<String, String> syntaxes(String seriesUid) {
        if (follower.source().filter(OrthancChanges.class::isInstance).isEmpty()) {
            return Map.of();
        }
        try {
            return new OrthancServer(server).transferSyntaxes(seriesUid);
        } catch (MalformedAnswerException e) {
            return Map.of();
        } catch (IOException e) {
            throw RemoteConnection.unavailable(e);
        }
    }

    /** What the beginning of the file says. */
    private RemoteInstance.Encoding fromFile(ObjectName name) {
        Map<String, RemoteInstance.Encoding> told = new HashMap<>();
        try {
            download.fetch(name, part10 -> {
                var meta = Part10.open(part10).meta();
                told.put(name.sopUid(), new RemoteInstance.Encoding(meta.mediaStorageSopClassUid().orElse(""),
                        meta.transferSyntaxUid()));
            });
        } catch (IOException e) {
            throw RemoteConnection.unavailable(e);
        }
        return told.getOrDefault(name.sopUid(), new RemoteInstance.Encoding("", UID.ExplicitVRLittleEndian));
    }

    /** A single object; its file is fetched, for it is what everybody who asks for one wants. */
    Optional<StoredInstance> one(ObjectName name) {
        if (!UID.isAcceptable(name.studyUid()) || !UID.isAcceptable(name.seriesUid())
                || !UID.isAcceptable(name.sopUid())) {
            return Optional.empty();
        }
        long generation = log.generation(name.studyUid());
        try {
            return Optional.ofNullable(files.use(name, generation, file -> new RemoteInstance.Encoding(
                    file.sopClassUid(), file.transferSyntaxUid()))).map(encoding ->
                    new RemoteInstance(name, generation, () -> encoding, null, files, download));
        } catch (IOException e) {
            throw RemoteConnection.unavailable(e);
        }
    }

    private static <T> Supplier<T> once(Supplier<T> supplier) {
        return new Supplier<>() {
            private T value;

            @Override
            public synchronized T get() {
                if (value == null) {
                    value = supplier.get();
                }
                return value;
            }
        };
    }
}
