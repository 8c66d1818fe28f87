package org.hospitalviewer.archive.embedded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hospitalviewer.archive.StoredInstance;

/**
 * The instances of the series that are being looked at: a viewer asks for each of hundreds of slices. A series is
 * dropped before a change of its study can be seen by anybody.
 */
final class SeriesCache {

    /** Some 600 bytes each. */
    private static final int MAX_INSTANCES = 20_000;

    private final Map<Key, Series> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int instances;
    private long changes;

    /** The instance, when its series is known. */
    synchronized Optional<StoredInstance> instance(String studyUid, String seriesUid, String sopUid) {
        return Optional.ofNullable(kept.get(new Key(studyUid, seriesUid))).map(series -> series.bySopUid().get(sopUid));
    }

    /** The series as it is now. */
    Series series(String studyUid, String seriesUid, Supplier<List<StoredInstance>> reader) {
        Key key = new Key(studyUid, seriesUid);
        long before;
        synchronized (this) {
            Series known = kept.get(key);
            if (known != null) {
                return known;
            }
            before = changes;
        }
        Series read = Series.of(reader.get());
        keep(key, read, before);
        return read;
    }

    /** What changed while it was read is not kept. */
    private synchronized void keep(Key key, Series read, long changesBefore) {
        if (changes != changesBefore || read.instances().isEmpty() || read.instances().size() > MAX_INSTANCES) {
            return;
        }
        Series other = kept.put(key, read);
        instances += read.instances().size() - (other == null ? 0 : other.instances().size());
        var eldest = kept.values().iterator();
        while (instances > MAX_INSTANCES) {
            instances -= eldest.next().instances().size();
            eldest.remove();
        }
    }

    synchronized void drop(String studyUid) {
        changes++;
        kept.entrySet().removeIf(entry -> {
            boolean gone = entry.getKey().studyUid().equals(studyUid);
            instances -= gone ? entry.getValue().instances().size() : 0;
            return gone;
        });
    }

    synchronized void dropAll() {
        changes++;
        kept.clear();
        instances = 0;
    }

    private record Key(String studyUid, String seriesUid) {
    }

    /**
     * One series.
     *
     * @param instances in the order of their numbers
     */
    record Series(List<StoredInstance> instances, Map<String, StoredInstance> bySopUid) {

        static Series of(List<StoredInstance> instances) {
            return new Series(List.copyOf(instances), instances.stream()
                    .collect(Collectors.toMap(StoredInstance::sopInstanceUid, Function.identity())));
        }
    }
}
