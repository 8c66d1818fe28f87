package org.hospitalviewer.appliance;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Stops serving, lets a job have the home folder for itself, and serves again, all in the same process. */
@Component
public class Relaunch {

    /** Whether the program was started in the usual way, so that it knows how to start again. */
    public boolean isPossible() {
        return Launcher.serving() != null;
    }

    /**
     * Returns at once; the stop follows a moment later, so that an answer still reaches the browser.
     *
     * @param job      bean name of the job
     * @param settings for it
     * @throws IllegalStateException when it is not possible
     */
    public void through(String job, Map<String, String> settings) {
        Launcher launcher = Launcher.serving();
        if (launcher == null) {
            throw new IllegalStateException("The program was not started by its launcher.");
        }
        launcher.relaunch(job, settings);
    }
}
