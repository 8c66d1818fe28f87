package org.hospitalviewer.appliance;

import java.io.IOException;
import java.nio.file.Files;

/** Room on the disk that holds the home folder. */
final class DiskRoom {

    /** The database needs this much to start and stop in good order. */
    private static final long MEGABYTES_TO_START = 200;

    private DiskRoom() {
    }

    static void requireForStart(Home home) {
        try {
            long megabytes = Files.getFileStore(home.root()).getUsableSpace() >> 20;
            if (megabytes < MEGABYTES_TO_START) {
                throw new StartProblem("The disk with the home folder " + home.root() + " is nearly full: " + megabytes
                        + " MB free, " + MEGABYTES_TO_START + " MB needed. Free some room and start again.");
            }
        } catch (IOException e) {
            throw new StartProblem("The disk with the home folder " + home.root() + " does not answer: "
                    + e.getMessage() + ".", e);
        }
    }
}
