package org.hospitalviewer.archive.remote;

/** Versions of objects: no server tells their digests, so that one lasts until a change of its study was noticed. */
final class Versions {

    private Versions() {
    }

    /** Letters and digits. */
    static String of(ObjectName name, long generation) {
        return "g" + Long.toString(generation, Character.MAX_RADIX) + "s"
                + Integer.toHexString((name.studyUid() + '/' + name.seriesUid()).hashCode());
    }
}
