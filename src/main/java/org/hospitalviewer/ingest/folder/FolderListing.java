package org.hospitalviewer.ingest.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The folders within a folder.
 *
 * @param path       empty: the drives are listed
 * @param parent     empty above a drive or root; null where nothing is above
 * @param breadcrumb the folder and those around it, the outermost first
 * @param roots      drives
 * @param favourites imported lately, or plugged in
 * @param truncated  there are more folders than these
 */
public record FolderListing(String path, String parent, List<Place> breadcrumb, List<Place> roots,
                            List<Place> favourites, List<Place> folders, boolean truncated) {

    /**
     * A folder.
     *
     * @param readable whether the program may look into it
     */
    public record Place(String name, String path, boolean readable) {

        static Place of(Path folder) {
            return new Place(folder.getFileName() == null ? folder.toString() : folder.getFileName().toString(),
                    folder.toString(), Files.isReadable(folder));
        }
    }
}
