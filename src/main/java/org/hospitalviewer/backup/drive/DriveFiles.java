package org.hospitalviewer.backup.drive;

import com.google.api.services.drive.Drive;
import com.google.api.services.drive.model.About;
import com.google.api.services.drive.model.File;
import com.google.api.services.drive.model.FileList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files and folders of a Drive as the program sees them: only those that it made itself (scope {@code drive.file}). */
final class DriveFiles {

    /** Of a file's answer: what tells it apart and proves that it is whole. */
    static final String FIELDS = "id,name,size,md5Checksum,createdTime";

    private static final String FOLDER = "application/vnd.google-apps.folder";
    private static final int PAGE = 1_000;
    private static final int MAX_PAGES = 1_000;

    private final Drive drive;
    private final DriveCalls calls;

    DriveFiles(Drive drive, DriveCalls calls) {
        this.drive = drive;
        this.calls = calls;
    }

    /** Text within the quotes of a query, see Drive's "Search for files". */
    static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /**
     * The folder of a name; the oldest, should there be more.
     *
     * @param parent null for anywhere: the owner may have moved it
     */
    Optional<String> folder(String name, String parent) throws IOException {
        return all("name = " + quoted(name) + " and mimeType = " + quoted(FOLDER) + within(parent)).stream()
                .reduce((_, older) -> older).map(File::getId);
    }

    private static String within(String parent) {
        return parent == null ? "" : " and " + quoted(parent) + " in parents";
    }

    /** The same, made when it is missing. */
    String folderMade(String name, String parent) throws IOException {
        Optional<String> there = folder(name, parent);
        if (there.isPresent()) {
            return there.get();
        }
        File folder = new File().setName(name).setMimeType(FOLDER).setParents(parent == null ? null : List.of(parent));
        return calls.call(() -> drive.files().create(folder).setFields("id").execute()).getId();
    }

    /** What lies in a folder, the newest first; several may have the same name. */
    List<File> in(String folder) throws IOException {
        return all(quoted(folder) + " in parents and mimeType != " + quoted(FOLDER));
    }

    /** Those of a name, the newest first. */
    List<File> in(String folder, String name) throws IOException {
        return all(quoted(folder) + " in parents and name = " + quoted(name));
    }

    private List<File> all(String query) throws IOException {
        List<File> found = new ArrayList<>();
        String page = null;
        for (int pages = 0; pages < MAX_PAGES; pages++) {
            String from = page;
            FileList list = calls.call(() -> drive.files().list().setQ(query + " and trashed = false")
                    .setOrderBy("createdTime desc").setSpaces("drive").setPageSize(PAGE).setPageToken(from)
                    .setFields("nextPageToken,files(" + FIELDS + ")").execute());
            found.addAll(list.getFiles());
            page = list.getNextPageToken();
            if (page == null) {
                return found;
            }
        }
        throw new IOException("There are too many files in Google Drive.");
    }

    /** For good, past the bin; nothing happens when it is gone already. */
    void delete(String id) throws IOException {
        calls.call(() -> {
            try {
                return drive.files().delete(id).execute();
            } catch (IOException e) {
                if (DriveTrouble.of(e) == DriveTrouble.GONE) {
                    return null;
                }
                throw e;
            }
        });
    }

    About about() throws IOException {
        return calls.call(() -> drive.about().get().setFields("user(emailAddress,displayName),storageQuota(limit,usage)").execute());
    }
}
