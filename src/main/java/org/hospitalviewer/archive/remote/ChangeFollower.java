package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hospitalviewer.appliance.RemoteLogin;
import org.hospitalviewer.appliance.RemoteSettings;
import org.hospitalviewer.archive.ArchiveHealth;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.RemoteServer.LoginRisk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the other server about every second: whether it is there, what it is, and what changed. Its absence and
 * its return are noticed here and logged once.
 */
final class ChangeFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFollower.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(20);
    private static final Duration FIRST_LOOK_PATIENCE = Duration.ofSeconds(6);
    /** Where a server tells nothing, what was learnt of any study counts no longer than this. */
    private static final Duration BLIND_TRUST = Duration.ofMinutes(5);
    private static final String SHIPPED = "orthanc";

    private final RemoteConnection server;
    private final ChangeLog log;
    private final StudyList uncached;
    private final Semaphore wakeUp = new Semaphore(0);
    private final CountDownLatch looked = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;
    private volatile ChangeSource source;
    private volatile ArchiveHealth health = new ArchiveHealth(false, "The archive has not been asked yet.",
            ArchiveHealth.UNKNOWN, ArchiveHealth.UNKNOWN, ArchiveHealth.UNKNOWN);
    private volatile LoginRisk risk = LoginRisk.NONE;
    private String identity;
    private long trustUntilNanos;

    /** @param uncached asks for the newest studies without any cache */
    ChangeFollower(RemoteConnection server, ChangeLog log, StudyList uncached) {
        this.server = server;
        this.log = log;
        this.uncached = uncached;
        this.thread = Thread.ofPlatform().daemon().name("remote-archive-changes").start(this::run);
    }

    /** Looks at once instead of after a while. */
    void wake() {
        wakeUp.release();
    }

    ArchiveHealth health() {
        try {
            looked.await(FIRST_LOOK_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return health;
    }

    LoginRisk risk() {
        return risk;
    }

    Optional<ChangeSource> source() {
        return Optional.ofNullable(source);
    }

    /** Whether a change would be noticed now. */
    boolean isCertain() {
        ChangeSource now = source;
        return health.available() && now != null && now.tellsEverything();
    }

    private void run() {
        while (!closed) {
            try {
                look();
                succeed();
            } catch (ArchiveUnavailableException e) {
                fail(e);
            } catch (IOException e) {
                fail(RemoteConnection.unavailable(e));
            } catch (RuntimeException e) {
                LOG.error("Looking for changes on the remote archive failed", e);
            }
            looked.countDown();
            rest();
        }
    }

    private void rest() {
        try {
            if (wakeUp.tryAcquire(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void look() throws IOException {
        String now = server.identity();
        if (source == null || !now.equals(identity)) {
            connect();
            identity = now;
        }
        source.look(log);
        if (!source.tellsEverything() && System.nanoTime() - trustUntilNanos >= 0) {
            trustUntilNanos = System.nanoTime() + BLIND_TRUST.toNanos();
            log.renewAll();
        }
    }

    /** After an absence nobody knows what has happened meanwhile. */
    private void connect() throws IOException {
        source = null;
        OrthancServer orthanc = new OrthancServer(server);
        Optional<String> software = orthanc.software();
        risk = findRisk();
        ChangeSource found = software.isPresent() ? OrthancChanges.from(orthanc, software.get())
                : new NewestStudies(uncached);
        if (risk != LoginRisk.NONE) {
            LOG.warn("The remote archive {}: whoever reaches it gets at all images. Give it a password of its own.",
                    risk == LoginRisk.OPEN ? "answers without any login"
                            : "still has the password it was shipped with");
        }
        source = found;
        log.forget();
    }

    private LoginRisk findRisk() throws IOException {
        RemoteSettings settings = server.settings();
        try (Answer answer = server.getAsStranger("/studies?limit=1", PROBE_LIMIT)) {
            if (answer.isSuccess()) {
                return LoginRisk.OPEN;
            }
        } catch (ArchiveUnavailableException e) {
            if (e.reason() != ArchiveUnavailableException.Reason.LOGIN_REFUSED) {
                throw e;
            }
        }
        return settings.login() == RemoteLogin.BASIC && settings.user().equals(SHIPPED)
                && server.password().equals(SHIPPED) ? LoginRisk.DEFAULT_PASSWORD : LoginRisk.NONE;
    }

    private void succeed() {
        if (!health.available()) {
            LOG.info("The remote archive answers{}", source.software().isEmpty() ? "" : ": " + source.software());
        }
        health = source.health();
    }

    private void fail(ArchiveUnavailableException failure) {
        if (closed) {
            return;
        }
        if (health.available() || !failure.getMessage().equals(health.problem())) {
            LOG.warn("The remote archive is not available: {} ({})", failure.getMessage(),
                    Objects.toString(failure.getCause(), "no cause"));
        }
        source = null;
        health = new ArchiveHealth(false, failure.getMessage(), ArchiveHealth.UNKNOWN, ArchiveHealth.UNKNOWN,
                ArchiveHealth.UNKNOWN);
        if (identity != null) {
            identity = null;
            log.forget(); // lists show the absence, and nothing learnt counts any more
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
