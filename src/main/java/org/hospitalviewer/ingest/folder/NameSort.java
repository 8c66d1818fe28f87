package org.hospitalviewer.ingest.folder;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is by its name. */
enum NameSort {
    /** Said to be DICOM, and damaged if it is not. */
    DICOM,
    /** Without an extension: its beginning tells. */
    UNNAMED,
    DICOMDIR,
    ZIP;

    /** A UID as a name ends with digits, which are no extension. */
    private static final Pattern EXTENSION = Pattern.compile("(?=[^.]*[a-z])[a-z0-9]{1,5}");

    /** What the options take of it; empty for files that are left alone. */
    static Optional<NameSort> of(String fileName, ImportOptions options) {
        String name = fileName.toLowerCase(Locale.ROOT);
        String end = name.substring(name.lastIndexOf('.') + 1);
        if (name.equals("dicomdir")) {
            return Optional.of(DICOMDIR);
        }
        if (name.lastIndexOf('.') < 0 || !EXTENSION.matcher(end).matches()) {
            return options.filesWithoutExtension() ? Optional.of(UNNAMED) : Optional.empty();
        }
        return switch (end) {
            case "dcm" -> options.dcmFiles() ? Optional.of(DICOM) : Optional.empty();
            case "zip" -> options.zips() ? Optional.of(ZIP) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
