package org.hospitalviewer.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.hospitalviewer.sync.crypt.DecryptCommand;

/**
 * Names of files and folders at a target. Only ASCII letters, digits, dash, dot and underscore, never long, never beginning
 * with a dot: no name of a patient leads out of the folder or upsets a server.
 *
 * @param encrypted then names tell nothing of the patient either
 */
public record TreeNames(boolean encrypted) {

    private static final Pattern UID = Pattern.compile("\\d+(\\.\\d+)*");
    private static final Pattern DATE = Pattern.compile("(19|20)\\d{6}");
    private static final int MAX_UID = 64;
    private static final int MAX_NAME = 40;
    private static final int MAX_ID = 20;
    private static final int SHORT_HASH = 8;
    private static final int LONG_HASH = 20;
    private static final int MONTH = 4;
    private static final int DAY = 6;

    String study(String studyInstanceUid, String studyDate, String patientName, String patientId) {
        String date = studyDate == null || !DATE.matcher(studyDate.strip()).matches() ? "" : studyDate.strip();
        if (encrypted) {
            return (date.isEmpty() ? "undated" : date.substring(0, MONTH) + "/" + date.substring(MONTH, DAY)) + "/"
                    + hash(studyInstanceUid, LONG_HASH);
        }
        String day = date.isEmpty() ? "undated" : date.substring(0, MONTH) + "/" + date.substring(0, MONTH) + "-"
                + date.substring(MONTH, DAY) + "-" + date.substring(DAY);
        return day + "/" + plain(patientName, MAX_NAME, "NO-NAME") + "_" + plain(patientId, MAX_ID, "NO-ID") + "_"
                + hash(studyInstanceUid, SHORT_HASH);
    }

    String series(String seriesInstanceUid, String modality) {
        return encrypted ? hash(seriesInstanceUid, LONG_HASH)
                : plain(modality, SHORT_HASH, "OT") + "_" + hash(seriesInstanceUid, SHORT_HASH);
    }

    String instance(String sopInstanceUid) {
        boolean usable = !encrypted && sopInstanceUid.length() <= MAX_UID && UID.matcher(sopInstanceUid).matches();
        return file((usable ? sopInstanceUid : hash(sopInstanceUid, LONG_HASH)) + ".dcm");
    }

    /** The name with its ending. */
    String file(String name) {
        return encrypted ? name + DecryptCommand.ENDING : name;
    }

    /** Letters without their accents; what is left and is no ASCII becomes a dash. */
    private static String plain(String text, int longest, String otherwise) {
        String ascii = Normalizer.normalize(text == null ? "" : text.replace('^', ' ').strip(), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "").replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = ascii.substring(0, Math.min(ascii.length(), longest)).replaceAll("-$", "");
        return cut.isEmpty() ? otherwise : cut;
    }

    private static String hash(String text, int length) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8))).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
