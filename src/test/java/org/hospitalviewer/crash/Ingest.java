package org.hospitalviewer.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hospitalviewer.archive.Slice;
import org.hospitalviewer.peers.ApplianceProcess;
import org.hospitalviewer.peers.Await;
import org.springframework.util.FileSystemUtils;

/** Several senders at once, each sending portion after portion until it is told to stop or the appliance is gone. */
final class Ingest implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int STUDIES = 3;

    private final ApplianceProcess appliance;
    private final Ledger ledger;
    private final Path folder;
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicLong portions = new AtomicLong();
    private final long before;
    private volatile boolean stopped;

    private Ingest(ApplianceProcess appliance, Ledger ledger) throws IOException {
        this.appliance = appliance;
        this.ledger = ledger;
        this.folder = Files.createTempDirectory("crash-");
        this.before = ledger.acknowledged();
    }

    static Ingest start(ApplianceProcess appliance, Ledger ledger, Random random) throws IOException {
        Ingest ingest = new Ingest(appliance, ledger);
        List<String> studies = new ArrayList<>();
        for (int i = 0; i < STUDIES; i++) {
            studies.add(Slice.newUid());
        }
        for (Peer peer : peers(ledger, studies, random)) {
            Path own = Files.createTempDirectory(ingest.folder, "peer-");
            ingest.threads.add(Thread.ofPlatform().name("peer").start(() -> ingest.run(peer, own)));
        }
        return ingest;
    }

    /** Two of them add to the same study. */
    private static List<Peer> peers(Ledger ledger, List<String> studies, Random random) {
        List<Ward> wards = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            wards.add(new Ward(new Random(random.nextLong()), studies.get(i % STUDIES), ledger));
        }
        return List.of(new ToolkitPeer(wards.get(0), ledger, 200), new ToolkitPeer(wards.get(1), ledger, 10),
                new StorescuPeer(wards.get(2), ledger, false, 20), new StorescuPeer(wards.get(3), ledger, true, 20),
                new StowPeer(wards.get(4), ledger, 1 + random.nextInt(6)));
    }

    private void run(Peer peer, Path own) {
        while (!stopped) {
            try {
                Path portion = Files.createTempDirectory(own, "");
                peer.send(appliance, portion);
                FileSystemUtils.deleteRecursively(portion);
                portions.incrementAndGet();
            } catch (Exception broken) {
                new Pause(Duration.ofMillis(50)).pass(); // the appliance or its database is away
            }
        }
    }

    /** Waits until so many objects of this ingest are acknowledged. */
    void awaitAcknowledged(long count) {
        Await.until(count + " objects are acknowledged", PATIENCE, () -> ledger.acknowledged() - before >= count);
    }

    /** Waits until more objects are acknowledged than now. */
    void awaitAnotherAcknowledged() {
        awaitAcknowledged(ledger.acknowledged() - before + 1);
    }

    /** Lets every sender finish its portion. */
    @Override
    public void close() throws Exception {
        stopped = true;
        for (Thread thread : threads) {
            if (!thread.join(PATIENCE)) {
                throw new AssertionError("A sender hangs: " + List.of(thread.getStackTrace()));
            }
        }
        FileSystemUtils.deleteRecursively(folder);
    }
}
