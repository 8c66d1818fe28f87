package org.hospitalviewer.ingest.upload.document;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.clinical.filing.StudyHeader;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** Patient, study, series, equipment and SOP common module of an object made of a document. */
final class DocumentHead {

    private static final String PRODUCT = "Hospital DICOM Viewer Pro";
    private static final int SERIES_NUMBER = 98_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

    private DocumentHead() {
    }

    /**
     * What every kind of document has.
     *
     * @param key the same for each attempt to store the same document: it gets the same UID and times each time
     */
    static Attributes of(Archive archive, DocumentDetails details, DocumentKey key, String sopClass, String modality)
            throws IOException, UnfitDocumentException {
        Attributes head = details.isForNewStudy() ? newStudy(details, key.received()) : knownStudy(archive, details);
        head.setString(Tag.Modality, VR.CS, modality);
        head.setString(Tag.SeriesInstanceUID, VR.UI, uid("series", details.batch(), modality, sopClass,
                head.getString(Tag.StudyInstanceUID)));
        head.setInt(Tag.SeriesNumber, VR.IS, SERIES_NUMBER);
        head.setString(Tag.SeriesDescription, VR.LO, details.title());
        head.setString(Tag.Manufacturer, VR.LO, PRODUCT);
        head.setString(Tag.SOPClassUID, VR.UI, sopClass);
        head.setString(Tag.SOPInstanceUID, VR.UI, uid("object", key.text()));
        head.setInt(Tag.InstanceNumber, VR.IS, 1);
        addTimes(head, details, key.received());
        return head;
    }

    private static void addTimes(Attributes head, DocumentDetails details, LocalDateTime received) {
        String today = received.format(DateTimeFormatter.BASIC_ISO_DATE);
        head.setString(Tag.InstanceCreationDate, VR.DA, today);
        head.setString(Tag.InstanceCreationTime, VR.TM, received.format(TIME));
        head.setString(Tag.ContentDate, VR.DA, details.date().isEmpty() ? today : details.date());
        // Of a document only the day is known.
        head.setString(Tag.ContentTime, VR.TM, details.date().isEmpty() ? received.format(TIME) : "000000");
    }

    private static Attributes newStudy(DocumentDetails details, LocalDateTime received) {
        Attributes head = StudyHeader.empty(uid("study", details.batch(), details.patientName(), details.patientId()));
        head.setString(Tag.PatientName, VR.PN, details.patientName());
        head.setString(Tag.PatientID, VR.LO, details.patientId());
        setIfKnown(head, Tag.PatientBirthDate, VR.DA, details.birthDate());
        setIfKnown(head, Tag.PatientSex, VR.CS, details.sex());
        head.setString(Tag.StudyDate, VR.DA, details.date().isEmpty()
                ? received.format(DateTimeFormatter.BASIC_ISO_DATE) : details.date());
        head.setString(Tag.StudyDescription, VR.LO, details.title());
        return head;
    }

    private static void setIfKnown(Attributes head, int tag, VR vr, String value) {
        if (!value.isEmpty()) {
            head.setString(tag, vr, value);
        }
    }

    private static Attributes knownStudy(Archive archive, DocumentDetails details)
            throws IOException, UnfitDocumentException {
        if (archive.count(ArchiveQuery.of(QueryLevel.STUDY,
                List.of(new Match.Equal(Tag.StudyInstanceUID, details.studyInstanceUid())), 0, 1)) == 0) {
            throw new UnfitDocumentException("The study that this belongs to is no longer in the archive.");
        }
        return StudyHeader.of(archive, details.studyInstanceUid());
    }

    /** PS3.5 B.2, by a UUID that follows from the parts (RFC 9562 5.3). */
    private static String uid(String... parts) {
        UUID uuid = UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
    }
}
