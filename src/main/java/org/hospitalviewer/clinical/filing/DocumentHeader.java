package org.hospitalviewer.clinical.filing;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.clinical.report.SignedReports.SignedReport;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;

/**
 * What both kinds of documents have in common: patient and study as an instance of the study says them, series, equipment and
 * SOP common module.
 */
final class DocumentHeader {

    static final String BASIC_TEXT_SR_STORAGE = "1.2.840.10008.5.1.4.1.1.88.11";
    static final String PRODUCT = "Hospital DICOM Viewer Pro";
    private static final int SERIES_NUMBER = 99_000;

    private DocumentHeader() {
    }

    /** @throws IOException when the study is not in the archive or cannot be read */
    static Attributes of(Archive archive, FiledReport filed, SignedReport signed) throws IOException {
        Attributes header = StudyHeader.of(archive, filed.studyInstanceUid());
        boolean pdf = filed.kind() == FiledReport.Kind.PDF;
        header.setString(Tag.Modality, VR.CS, pdf ? "DOC" : "SR");
        header.setString(Tag.SeriesInstanceUID, VR.UI, filed.seriesInstanceUid());
        header.setInt(Tag.SeriesNumber, VR.IS, SERIES_NUMBER + filed.kind().ordinal());
        header.setString(Tag.SeriesDescription, VR.LO, pdf ? "Report (PDF)" : "Report (SR)");
        header.newSequence(Tag.ReferencedPerformedProcedureStepSequence);
        header.setString(Tag.Manufacturer, VR.LO, PRODUCT);
        header.setString(Tag.SOPClassUID, VR.UI, pdf ? UID.EncapsulatedPDFStorage : BASIC_TEXT_SR_STORAGE);
        header.setString(Tag.SOPInstanceUID, VR.UI, filed.sopInstanceUid());
        header.setInt(Tag.InstanceNumber, VR.IS, filed.version());
        addTimes(header, signed.version().signature().signedAt());
        return header;
    }

    private static void addTimes(Attributes header, Instant signedAt) {
        LocalDateTime signed = local(signedAt);
        String date = signed.format(DateTimeFormatter.BASIC_ISO_DATE);
        String time = signed.format(DateTimeFormatter.ofPattern("HHmmss"));
        header.setString(Tag.ContentDate, VR.DA, date);
        header.setString(Tag.ContentTime, VR.TM, time);
        header.setString(Tag.InstanceCreationDate, VR.DA, date);
        header.setString(Tag.InstanceCreationTime, VR.TM, time);
        header.setString(Tag.SeriesDate, VR.DA, date);
    }

    /** As long as a VR allows, in characters (PS3.5 6.2). */
    static String cut(String text, int length) {
        return text.codePoints().limit(length).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }

    static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneId.systemDefault());
    }

    /** What this one replaces (PS3.3 C.17.2). */
    static void addPredecessor(Attributes header, FiledReport before) {
        addReference(header.newSequence(DocumentTag.PredecessorDocumentsSequence).addItem(), before.studyInstanceUid(),
                before.seriesInstanceUid(), header.getString(Tag.SOPClassUID), before.sopInstanceUid());
    }

    private static void addReference(Attributes item, String study, String series, String sopClass, String instance) {
        item.setString(Tag.StudyInstanceUID, VR.UI, study);
        Attributes inSeries = item.newSequence(DocumentTag.ReferencedSeriesSequence).addItem();
        inSeries.setString(Tag.SeriesInstanceUID, VR.UI, series);
        Attributes object = inSeries.newSequence(DocumentTag.ReferencedSOPSequence).addItem();
        object.setString(DocumentTag.ReferencedSOPClassUID, VR.UI, sopClass);
        object.setString(DocumentTag.ReferencedSOPInstanceUID, VR.UI, instance);
    }
}
