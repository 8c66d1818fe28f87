package org.hospitalviewer.appliance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The one folder that holds everything the appliance writes. Every path in it is derived from the root at each start, so
 * the folder can be moved.
 *
 * @param root absolute path of the folder
 */
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public Path config() {
        return root.resolve("config");
    }

    /** Settings for people to edit, and for the administrator's screen. */
    public Path settingsFile() {
        return config().resolve("application.properties");
    }

    /** Stored DICOM files by day of receipt. */
    public Path archive() {
        return root.resolve("data").resolve("archive");
    }

    /** Whether any object was ever filed here. */
    public boolean hasImages() {
        try (Stream<Path> years = Files.list(archive())) {
            return years.anyMatch(folder -> folder.getFileName().toString().matches("\\d{4}"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Objects that clash with stored ones and wait for a decision. */
    public Path quarantine() {
        return root.resolve("data").resolve("quarantine");
    }

    /** Data folder of the embedded database, its password and its process id. */
    public Path database() {
        return root.resolve("data").resolve("db");
    }

    /** Studies made into files, for a short time. */
    public Path exports() {
        return root.resolve("exports");
    }

    /** Rebuildable at any time. */
    public Path cache() {
        return root.resolve("cache");
    }

    /**
     * Objects of another archive that were fetched lately. Homes may share a cache folder, but not this one.
     */
    public Path fetched() {
        return cache().resolve("fetched").resolve(Integer.toHexString(root.hashCode()));
    }

    /** Uploads under way; emptied at each start. */
    Path requests() {
        return root.resolve("requests");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Makes the folders. */
    void create() {
        if (root.toString().contains("%")) {
            throw new StartProblem("The home folder " + root + " has a percent sign in its path, with which no log can be"
                    + " written. Rename that folder, or choose another one with --home.");
        }
        for (Path folder : new Path[] {config(), archive(), database(), cache(), logs()}) {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new StartProblem("The home folder " + root + " cannot be written: " + e.getMessage()
                        + ". Choose another one with --home.", e);
            }
        }
    }
}
