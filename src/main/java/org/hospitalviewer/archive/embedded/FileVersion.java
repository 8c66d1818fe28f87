package org.hospitalviewer.archive.embedded;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which writing of an object a file is. The first one is as it was received, {@code <SOPUID>.dcm}; each later one stands
 * beside it as {@code <SOPUID>.v2.dcm} and so on, and the newest one is the object. No file is ever changed: who reads
 * an older one reads it to its end, and the files alone tell what is in force.
 *
 * @param path   relative path without the ending, the same for all of one object
 * @param number from 1
 */
record FileVersion(String path, int number) {

    private static final String ENDING = ".dcm";
    private static final Pattern LATER = Pattern.compile("(.+)\\.v([2-9]|[1-9]\\d{1,3})\\.dcm");

    /** @param file relative path of a file that ends with {@code .dcm} */
    static FileVersion of(String file) {
        Matcher later = LATER.matcher(file);
        return later.matches() ? new FileVersion(later.group(1), Integer.parseInt(later.group(2)))
                : new FileVersion(file.substring(0, file.length() - ENDING.length()), 1);
    }

    /** Relative path of the file. */
    String file() {
        return number == 1 ? path + ENDING : path + ".v" + number + ENDING;
    }

    FileVersion withNumber(int other) {
        return new FileVersion(path, other);
    }

    boolean isOfSameObject(FileVersion other) {
        return path.equals(other.path);
    }

    /** The newest version of each object among the files, as relative paths. */
    static Collection<String> newest(Collection<String> files) {
        Map<String, FileVersion> newest = new HashMap<>();
        for (String file : files) {
            FileVersion version = of(file);
            newest.merge(version.path(), version, (one, other) -> one.number() > other.number() ? one : other);
        }
        return newest.values().stream().map(FileVersion::file).toList();
    }
}
