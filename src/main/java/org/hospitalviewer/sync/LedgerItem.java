package org.hospitalviewer.sync;

/**
 * A file that lies at a target.
 *
 * @param sopInstanceUid empty for the manifest of a study
 * @param version        tells its content from any other
 * @param path           relative to the target's folder
 * @param bytes          length there
 * @param sha256         of the content, from before encryption
 */
record LedgerItem(String sopInstanceUid, String version, String path, long bytes, String sha256) {

    static final String MANIFEST = "";

    boolean isManifest() {
        return sopInstanceUid.equals(MANIFEST);
    }

    String folder() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
