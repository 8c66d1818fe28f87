package org.hospitalviewer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hospitalviewer.ApplianceTest;
import org.hospitalviewer.appliance.job.JobRun;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.peers.Await;
import org.hospitalviewer.peers.Orthanc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The folder of a real Orthanc that compresses, while it is at work, as the source. */
@ApplianceTest
class OrthancSourceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;
    @Autowired
    private Sync sync;
    @Autowired
    private SyncTargets targets;
    @Autowired
    private SyncSources sources;
    @Autowired
    private JobService jobs;

    private final Map<String, byte[]> objects = new TreeMap<>();

    @AfterEach
    void end() {
        targets.all().forEach(one -> targets.remove(one.id()));
        sources.toArchive();
    }

    private void upload(Orthanc orthanc, Slice slice) throws IOException {
        Path file = slice.writeInto(Files.createTempDirectory(folder, "slice-"));
        objects.put(slice.sopUid(), Files.readAllBytes(file));
        orthanc.upload(file);
    }

    /** What was stored just now would wait for a later run. */
    private static void makeOlder(Path storage) throws IOException {
        try (Stream<Path> tree = Files.walk(storage)) {
            for (Path file : (Iterable<Path>) tree.filter(Files::isRegularFile)::iterator) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
            }
        }
    }

    private JobRun syncNow() {
        long id = sync.syncNow().id();
        Await.until("the sync is over", PATIENCE, () -> jobs.find(id).orElseThrow().state().isOver());
        return jobs.find(id).orElseThrow();
    }

    @Test
    void eachObjectLiesAtTheTargetAsItWasSentToTheOrthanc() throws IOException {
        Path target = Files.createDirectory(folder.resolve("target"));
        targets.change(SyncRules.ALL);
        try (Orthanc orthanc = Orthanc.startCompressing()) {
            Slice first = Slice.alone();
            upload(orthanc, first);
            upload(orthanc, Slice.of(first.studyUid(), first.seriesUid(), 2, 64));
            upload(orthanc, Slice.alone());
            makeOlder(orthanc.storage());
            sources.toOrthanc(orthanc.storage().toString());
            sync.add(new TargetEntry("stick", TargetKind.FOLDER, true, "", 0, "", null, target.toString(), "", "", false,
                    true, 2, null, null, null, false, ""));

            assertThat(syncNow().message()).isEqualTo("Everything is there.");

            Map<String, byte[]> there = new SyncedTree(target, null).objects();
            assertThat(there.keySet()).isEqualTo(objects.keySet());
            objects.forEach((uid, bytes) -> assertThat(there.get(uid)).as(uid).isEqualTo(bytes));
            assertThat(new SyncedTree(target, null).manifests()).hasSize(2);
        }
    }
}
