package org.hospitalviewer.sync;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import tools.jackson.databind.json.JsonMapper;

/** Says that a study is whole at a target, and of what it consists; goes there after all its files. */
final class Manifest {

    private static final int FORMAT = 1;
    private static final JsonMapper JSON = new JsonMapper();

    private Manifest() {
    }

    /**
     * One file.
     *
     * @param path   relative to the manifest
     * @param bytes  length as it lies there
     * @param sha256 of the content, from before encryption
     */
    record Entry(String path, String sopInstanceUid, long bytes, String sha256) {
    }

    /** What it says of the study as a whole. */
    static Map<String, String> description(String studyInstanceUid, Attributes study) {
        Map<String, String> description = new LinkedHashMap<>();
        description.put("studyInstanceUid", studyInstanceUid);
        description.put("patientName", study.getString(Tag.PatientName, ""));
        description.put("patientId", study.getString(Tag.PatientID, ""));
        description.put("studyDate", study.getString(Tag.StudyDate, ""));
        description.put("studyDescription", study.getString(Tag.StudyDescription, ""));
        return description;
    }

    /** @param unreadable SOP Instance UIDs of objects that could not be read and are missing */
    static String of(Map<String, String> description, List<Entry> entries, List<String> unreadable) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", FORMAT);
        manifest.putAll(description);
        manifest.put("files", entries);
        manifest.put("unreadable", unreadable);
        return JSON.writeValueAsString(manifest);
    }

    static String version(byte[] manifest) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(manifest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
