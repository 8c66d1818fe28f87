package org.hospitalviewer.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hospitalviewer.dicom.data.Attributes;

/**
 * Where the images are: the appliance's own files, or another DICOMweb server. Whatever was acknowledged by
 * {@link #store} is seen by every query asked afterwards.
 */
public interface Archive {

    /**
     * Takes in one composite object and returns only when it is durable.
     *
     * @param origin   who sent it
     * @param announced what the sender said of it before the data set arrived
     * @param dataSet  the encoded data set (no preamble, no file meta information), read to its end
     * @throws RefusedException the object cannot be accepted; nothing of it is kept
     * @throws IOException      the sender's stream broke; nothing of it is kept
     */
    StoreOutcome store(Origin origin, AnnouncedInstance announced, InputStream dataSet) throws IOException;

    /** Matching entities of the query's level, each with the attributes asked for. */
    List<Attributes> find(ArchiveQuery query);

    /** Number of entities that match, offset and limit left aside. */
    long count(ArchiveQuery query);

    /** Attributes that a search at this level can match; a match on any other is an error. */
    Set<Integer> matchable(QueryLevel level);

    /** Instances of one series of one study in the order of Instance Number; empty when there is no such series. */
    List<StoredInstance> instances(String studyInstanceUid, String seriesInstanceUid);

    Optional<StoredInstance> instance(String studyInstanceUid, String seriesInstanceUid, String sopInstanceUid);

    /** Calls the listener after each change that queries can already see; returns a handle that ends it. */
    Subscription subscribe(Consumer<StudyChange> listener);

    /**
     * Changes of studies after one that is known, the oldest first.
     *
     * @param sequence number of the known change
     * @param limit    at most so many
     */
    StudyChanges changesSince(long sequence, int limit);

    /** Sequence number of the newest change. */
    long lastChange();

    /** Free and used room, and whether the archive can answer at all. */
    ArchiveHealth health();

    /** Care for the files, where the archive has files of its own. */
    default Optional<Upkeep> upkeep() {
        return Optional.empty();
    }

    /** What is held file by file, where the archive has files of its own. */
    default Optional<Holdings> holdings() {
        return Optional.empty();
    }

    /** Deletion that can be taken back, where the archive has files of its own. */
    default Optional<Trash> trash() {
        return Optional.empty();
    }

    /** Correction of patient data, where the archive has files of its own. */
    default Optional<Corrections> corrections() {
        return Optional.empty();
    }

    /** Decisions about clashing objects, where the archive has files of its own. */
    default Optional<QuarantineReview> quarantine() {
        return Optional.empty();
    }

    /** The other server, where the archive is one. */
    default Optional<RemoteServer> remote() {
        return Optional.empty();
    }

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
