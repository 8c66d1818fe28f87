package org.hospitalviewer.dicomweb;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Makes the metadata of a study ready when nothing more of it arrives, for the addresses that viewers use, so that who
 * opens it first does not wait either.
 */
@Component
class MetadataAhead implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MetadataAhead.class);
    private static final Duration QUIET = Duration.ofSeconds(3);
    private static final int MAX_WAITING = 1_000;
    private static final int MAX_ROOTS = 3;

    private final Archive archive;
    private final MetadataCache cache;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("metadata-ahead").priority(Thread.MIN_PRIORITY).daemon().factory());
    private final Map<String, Future<?>> waiting = new LinkedHashMap<>();
    private final Archive.Subscription subscription;
    /** The newest last. */
    private volatile List<String> roots = List.of();

    MetadataAhead(Archive archive, MetadataCache cache) {
        this.archive = archive;
        this.cache = cache;
        // What lies on another server is not fetched before somebody wants it.
        this.subscription = archive.remote().isPresent() ? () -> { } : archive.subscribe(this::changed);
    }

    /** Somebody looks at metadata under this root. */
    void remember(String root) {
        if (!roots.contains(root)) {
            addRoot(root);
        }
    }

    private synchronized void addRoot(String root) {
        List<String> newest = new ArrayList<>(roots);
        newest.add(root);
        roots = List.copyOf(newest.subList(Math.max(0, newest.size() - MAX_ROOTS), newest.size()));
    }

    private synchronized void changed(StudyChange change) {
        String study = change.studyInstanceUid();
        Future<?> before = waiting.remove(study);
        if (before != null) {
            before.cancel(false);
        }
        if (change.kind() != StudyChange.Kind.DELETED && waiting.size() < MAX_WAITING && !roots.isEmpty()) {
            waiting.put(study, worker.schedule(() -> make(study), QUIET.toMillis(), TimeUnit.MILLISECONDS));
        }
    }

    private void make(String study) {
        synchronized (this) {
            waiting.remove(study);
        }
        try {
            for (Attributes series : archive.find(ArchiveQuery.of(QueryLevel.SERIES,
                    List.of(new Match.Equal(Tag.StudyInstanceUID, study)), 0, Integer.MAX_VALUE))) {
                make(study, series.getString(Tag.SeriesInstanceUID));
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("The metadata of the study {} were not made ahead", study, e);
        }
    }

    private void make(String study, String series) throws IOException {
        for (String root : roots) {
            cache.compressed(archive.instances(study, series), root);
        }
    }

    @Override
    public void destroy() {
        subscription.close();
        worker.shutdownNow();
    }
}
