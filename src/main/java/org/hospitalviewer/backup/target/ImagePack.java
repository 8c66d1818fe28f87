package org.hospitalviewer.backup.target;

import java.util.regex.Pattern;

/**
 * A file that holds images of the archive for several backups, as a target lists it.
 *
 * @param name of the file
 */
public record ImagePack(String name, long bytes) {

    private static final Pattern NAME = Pattern.compile("Images_[0-9a-f]{32}\\.zip");

    /** @param id 32 hexadecimal digits */
    public static String name(String id) {
        return "Images_" + id + ".zip";
    }

    /** Whether a file is called as a pack is. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }
}
