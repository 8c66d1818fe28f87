package org.hospitalviewer.backup.images;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hospitalviewer.archive.HeldFile;

/**
 * One image that a backup stands for; a line of {@code images/index.tsv} in it.
 *
 * @param sha256 of the data set, in hexadecimal digits
 * @param pack   file that holds it
 * @param path   of its file in the archive as it was; nothing is ever written there
 * @param bytes  length of the data set
 */
record IndexedImage(String sha256, String pack, String sopInstanceUid, String seriesInstanceUid, String studyInstanceUid,
                    String path, LocalDate receivedOn, long bytes) {

    static final String HEAD = "data_set_sha256\tpack\tsop_instance_uid\tseries_instance_uid\tstudy_instance_uid\tpath"
            + "\treceived_on\tdata_set_bytes";

    private static final String UID = "\t([0-9.]{1,64})";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})\t(Images_[0-9a-f]{32}\\.zip)" + UID + UID + UID
            + "\t((?!/)(?!(?:[^\t]*/)?\\.{1,2}[/\t])[\\w./-]{1,255})\t(\\d{4}-\\d{2}-\\d{2})\t(\\d{1,15})");

    static IndexedImage of(HeldFile image, String pack) {
        return new IndexedImage(image.sha256(), pack, image.sopInstanceUid(), image.seriesInstanceUid(),
                image.studyInstanceUid(), image.relativePath(), image.receivedOn(), image.bytes());
    }

    /** Empty when it is no such line. */
    static Optional<IndexedImage> parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IndexedImage(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4),
                    matcher.group(5), matcher.group(6), LocalDate.parse(matcher.group(7)), Long.parseLong(matcher.group(8))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    String line() {
        return String.join("\t", sha256, pack, sopInstanceUid, seriesInstanceUid, studyInstanceUid, path, receivedOn.toString(),
                Long.toString(bytes));
    }
}
