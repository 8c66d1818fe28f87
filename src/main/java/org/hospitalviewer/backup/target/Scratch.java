package org.hospitalviewer.backup.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hospitalviewer.appliance.Home;
import org.springframework.util.FileSystemUtils;

/** Where files of a target lie on this computer while they are on their way. */
public final class Scratch {

    private Scratch() {
    }

    /** Homes may share a cache folder, but not this one. */
    public static Path of(Home home) {
        return home.cache().resolve("backup").resolve(Integer.toHexString(home.root().hashCode()));
    }

    /** Removes what was left when the program was stopped on the way. */
    public static void empty(Home home) throws IOException {
        if (Files.exists(of(home))) {
            FileSystemUtils.deleteRecursively(of(home));
        }
    }
}
