package org.hospitalviewer.e2e;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.hospitalviewer.FreshHome;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;
import org.hospitalviewer.dicom.io.DicomFormatException;
import org.hospitalviewer.dicom.io.DicomOutputStream;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.io.Part10;
import org.hospitalviewer.dicom.io.Part10File;
import org.hospitalviewer.peers.Samples;
import org.hospitalviewer.peers.WebCaller;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A sample that the archive has taken.
 *
 * @param name of the sample, as in the manifest
 */
record SentSample(String name, String studyInstanceUid, String seriesInstanceUid) {

    private static final String BOUNDARY = "one-sample";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Sends a sample over STOW-RS. It gets a study, a series and a UID of its own, since the encodings of one image
     * share theirs, and so do the malformed ones; of these no other byte is changed.
     *
     * @return empty when the archive refuses it
     */
    static Optional<SentSample> send(Path sample, Clinic clinic, Path folder) {
        try {
            String name = Samples.name(sample);
            Path file = ownFile(sample, name.startsWith("malformed/"), folder);
            HttpResponse<byte[]> answer = WebCaller.stranger(clinic.appliance().httpPort())
                    .as(FreshHome.ADMIN, FreshHome.PASSWORD)
                    .send("POST", "/dicom-web/studies", BodyPublishers.concat(
                                    BodyPublishers.ofString("--" + BOUNDARY
                                            + "\r\nContent-Type: application/dicom\r\n\r\n"),
                                    BodyPublishers.ofFile(file),
                                    BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")),
                            "Content-Type", "multipart/related; type=\"application/dicom\"; boundary=" + BOUNDARY,
                            "Accept", "application/dicom+json");
            return taken(name, new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A sample that the archive takes for certain. */
    static SentSample sent(String name, Clinic clinic) throws IOException {
        Path folder = Files.createTempDirectory("sample");
        try {
            return send(Samples.path(name), clinic, folder).orElseThrow();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Where the answer says that the instance can be had: {@code .../studies/1/series/2/instances/3}. */
    private static Optional<SentSample> taken(String name, String answer) {
        JsonNode stored = MAPPER.readTree(answer).path("00081199").path("Value").path(0);
        String address = stored.path("00081190").path("Value").path(0).asString("");
        String[] parts = address.split("/");
        return parts.length < 6 ? Optional.empty()
                : Optional.of(new SentSample(name, parts[parts.length - 5], parts[parts.length - 3]));
    }

    private static Path ownFile(Path sample, boolean isMalformed, Path folder) throws IOException {
        try {
            return isMalformed ? withUidsOfSameLength(sample, folder) : withOwnUids(sample, folder);
        } catch (DicomFormatException unreadable) {
            return sample;
        }
    }

    /** The same bytes but for other digits at the end of the UIDs: all that is wrong with the file stays wrong. */
    private static Path withUidsOfSameLength(Path sample, Path folder) throws IOException {
        Part10File original = Part10File.open(sample);
        if (original.isDeflated()) {
            return sample;
        }
        Attributes header = original.header();
        String bytes = Files.readString(sample, StandardCharsets.ISO_8859_1);
        int number = 100_000 + Math.floorMod(Samples.name(sample).hashCode(), 900_000);
        for (int tag : new int[] {Tag.SOPInstanceUID, Tag.SeriesInstanceUID, Tag.StudyInstanceUID}) {
            String uid = header.getString(tag);
            if (uid != null && uid.matches("[0-9.]{12,64}")) {
                bytes = bytes.replace(uid, uid.substring(0, uid.length() - 6) + number);
            }
        }
        Path own = folder.resolve(UUID.randomUUID() + ".dcm");
        return Files.writeString(own, bytes, StandardCharsets.ISO_8859_1);
    }

    /** PS3.5 A.5: explicit little endian, deflated without a frame around it. */
    private static void writeDeflated(Part10File original, Attributes header, OutputStream out) throws IOException {
        Deflater bare = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try (OutputStream deflated = new DeflaterOutputStream(out, bare)) {
            new DicomOutputStream(deflated, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, original.bulkDataSource())
                    .writeDataSet(header);
        } finally {
            bare.end();
        }
    }

    private static Path withOwnUids(Path sample, Path folder) throws IOException {
        Part10File original = Part10File.open(sample);
        Attributes header = original.header();
        String uid = TinyStudy.freshUid();
        header.setString(Tag.SOPInstanceUID, VR.UI, uid);
        header.setString(Tag.SeriesInstanceUID, VR.UI, TinyStudy.freshUid());
        header.setString(Tag.StudyInstanceUID, VR.UI, TinyStudy.freshUid());
        if (!header.containsValue(Tag.SOPClassUID)) {
            header.setString(Tag.SOPClassUID, VR.UI,
                    original.meta().mediaStorageSopClassUid().orElse(UID.SecondaryCaptureImageStorage));
        }
        Path own = folder.resolve(UUID.randomUUID() + ".dcm");
        String syntax = original.meta().transferSyntaxUid();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(own))) {
            Part10.writeHeader(out, FileMeta.of(header.getString(Tag.SOPClassUID), uid, syntax));
            if (original.isDeflated()) {
                writeDeflated(original, header, out);
            } else {
                new DicomOutputStream(out, TransferSyntax.of(syntax), original.bulkDataSource()).writeDataSet(header);
            }
        }
        return own;
    }
}
