package org.hospitalviewer.appliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The appliance that uses a home folder at present, as another start in the same folder meets it: where it answers, and a
 * file that asks it to stop. Files, because they work on every system, for services of other users too, and only for
 * those who may write into the home folder.
 */
final class RunningAppliance {

    private static final Duration LOOK_EVERY = Duration.ofMillis(300);
    /** Between the lock and the place where it answers lies the reading of the settings. */
    private static final Duration ADDRESS_PATIENCE = Duration.ofSeconds(5);
    /** The database writes down what it holds, and uploads under way come to an end. */
    private static final Duration STOP_PATIENCE = Duration.ofMinutes(3);

    private final Home home;
    private final Path address;
    private final Path stopRequest;

    RunningAppliance(Home home) {
        this.home = home;
        this.address = home.root().resolve("running-at.txt");
        this.stopRequest = home.root().resolve("stop-requested");
    }

    /** Called by the one that holds the lock: from now on it can be found and asked to stop. */
    void begin() {
        try {
            Files.deleteIfExists(address);
            Files.deleteIfExists(stopRequest);
        } catch (IOException e) {
            throw new StartProblem("The home folder " + home.root() + " cannot be written: " + e.getMessage() + ".", e);
        }
        Thread.ofPlatform().name("stop-request").daemon().start(this::exitWhenAsked);
    }

    private void exitWhenAsked() {
        while (Files.notExists(stopRequest)) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        System.exit(0);
    }

    /** Tells other starts where the screens are, or will be in a moment. */
    void answersAt(String url) {
        try {
            Files.writeString(address, url + System.lineSeparator());
        } catch (IOException e) {
            throw new StartProblem("The file " + address + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Opens the browser where the running appliance answers, or will in a moment.
     *
     * @return false when what runs has no screens, or none yet
     */
    boolean show() {
        if (!awaitAddress()) {
            return false;
        }
        try {
            String url = Files.readString(address).strip();
            Terminal.say("Hospital DICOM Viewer Pro is running already: " + url);
            Browser.open(url);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean awaitAddress() {
        long deadline = System.nanoTime() + ADDRESS_PATIENCE.toNanos();
        while (Files.notExists(address) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        return Files.exists(address);
    }

    /**
     * Asks the running appliance to stop, and waits until it has let go of its home folder.
     *
     * @return exit code
     */
    int stop() {
        if (!HomeLock.isHeld(home)) {
            Terminal.say("Hospital DICOM Viewer Pro is not running.");
            return 0;
        }
        try {
            Files.writeString(stopRequest, "");
        } catch (IOException e) {
            throw new StartProblem("The running appliance cannot be asked to stop, because " + stopRequest
                    + " cannot be written: " + e.getMessage() + ". Only who may write there can stop it.", e);
        }
        return awaitEnd();
    }

    private int awaitEnd() {
        long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
        while (HomeLock.isHeld(home)) {
            if (System.nanoTime() > deadline) {
                Terminal.complain("The appliance has not stopped yet. Look into " + home.logs().resolve("viewer.log") + ".");
                return 1;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        Terminal.say("Hospital DICOM Viewer Pro has stopped.");
        return 0;
    }
}
