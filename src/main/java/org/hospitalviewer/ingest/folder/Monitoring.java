package org.hospitalviewer.ingest.folder;

/**
 * The folder that is monitored.
 *
 * @param path         empty until one was chosen
 * @param seconds      between two looks
 * @param noteExisting whether what lies there is still to be noted down, in order not to be taken
 */
record Monitoring(String path, ImportOptions options, boolean enabled, int seconds, boolean noteExisting) {

    static final int DEFAULT_SECONDS = 30;
    static final int MIN_SECONDS = 5;
    static final int MAX_SECONDS = 86_400;

    static final Monitoring NONE = new Monitoring("", ImportOptions.USUAL, false, DEFAULT_SECONDS, false);

    Monitoring with(boolean isEnabled, int everySeconds) {
        return new Monitoring(path, options, isEnabled, everySeconds, noteExisting);
    }
}
