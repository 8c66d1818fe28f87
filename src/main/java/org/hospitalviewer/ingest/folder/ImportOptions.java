package org.hospitalviewer.ingest.folder;

/**
 * Which files of a folder are taken, and how.
 *
 * @param dcmFiles              whose names end with {@code .dcm}
 * @param filesWithoutExtension that begin as a DICOM file does
 * @param subfolders            folders within the folder, too
 * @param zips                  look into ZIP files
 * @param again                 also what was taken before and has not changed since
 * @param fullSpeed             without leaving room for other programs of the computer
 */
public record ImportOptions(boolean dcmFiles, boolean filesWithoutExtension, boolean subfolders, boolean zips,
                            boolean again, boolean fullSpeed) {

    /** Every DICOM file, ZIP files left closed. */
    public static final ImportOptions USUAL = new ImportOptions(true, true, true, false, false, false);

    /** Whether any file can be taken at all. */
    public boolean takesAnything() {
        return dcmFiles || filesWithoutExtension || zips;
    }
}
