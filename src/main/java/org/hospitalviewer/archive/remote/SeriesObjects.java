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
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.io.Part10;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The objects of a series, and single ones. */
final class SeriesObjects {

    private static final Logger LOG = LoggerFactory.getLogger(SeriesObjects.class);
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
        SeriesMetadata headers = new SeriesMetadata(server, studyUid, seriesUid);
        return listed(studyUid, seriesUid).stream()
                .sorted(Comparator.comparingInt(Listed::number).thenComparing(Listed::sopUid))
                .map(one -> instance(new ObjectName(studyUid, seriesUid, one.sopUid()), one, generation, headers))
                .toList();
    }

    /**
     * What a list tells of an object.
     *
     * @param sopClassUid       empty where it is not told
     * @param transferSyntaxUid likewise
     */
    private record Listed(String sopUid, String sopClassUid, String transferSyntaxUid, int number) {
    }

    private List<Listed> listed(String studyUid, String seriesUid) {
        if (follower.source().filter(OrthancChanges.class::isInstance).isPresent()) {
            try {
                return new OrthancServer(server).instances(studyUid, seriesUid).stream().map(one -> new Listed(
                        one.sopUid(), one.sopClassUid(), one.transferSyntaxUid(), one.number())).toList();
            } catch (MalformedAnswerException e) {
                LOG.debug("This Orthanc does not list instances so", e); // an old one, or a narrow proxy before it
            } catch (IOException e) {
                throw RemoteConnection.unavailable(e);
            }
        }
        return searched(studyUid, seriesUid);
    }

    private List<Listed> searched(String studyUid, String seriesUid) {
        List<Match> matches = List.of(new Match.Equal(Tag.StudyInstanceUID, studyUid),
                new Match.Equal(Tag.SeriesInstanceUID, seriesUid));
        return search.find(QueryLevel.IMAGE, matches, List.of(Tag.AvailableTransferSyntaxUID), MAX_INSTANCES).entities()
                .stream().map(one -> new Listed(one.getString(Tag.SOPInstanceUID), one.getString(Tag.SOPClassUID, ""),
                        one.getString(Tag.AvailableTransferSyntaxUID, ""),
                        one.getInt(Tag.InstanceNumber, Integer.MAX_VALUE))).toList();
    }

    private StoredInstance instance(ObjectName name, Listed one, long generation, SeriesMetadata headers) {
        return new RemoteInstance(name, generation, once(() ->
                one.sopClassUid().isEmpty() || one.transferSyntaxUid().isEmpty() ? fromFile(name)
                        : new RemoteInstance.Encoding(one.sopClassUid(), one.transferSyntaxUid())),
                headers, files, download);
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
