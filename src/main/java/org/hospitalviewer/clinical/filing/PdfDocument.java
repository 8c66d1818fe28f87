package org.hospitalviewer.clinical.filing;

import java.util.Arrays;
import org.hospitalviewer.clinical.report.SignedReports.SignedReport;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** The Encapsulated Document module of a PDF (PS3.3 C.24.2). */
final class PdfDocument {

    private PdfDocument() {
    }

    static void complete(Attributes object, SignedReport signed, byte[] pdf) {
        object.setString(Tag.ConversionType, VR.CS, "WSD");
        object.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
        object.setString(Tag.DocumentTitle, VR.ST, signed.version().content().title());
        Code.DIAGNOSTIC_IMAGING_REPORT.addTo(object, Tag.ConceptNameCodeSequence);
        object.setString(Tag.VerificationFlag, VR.CS, "VERIFIED");
        object.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf");
        object.setInt(DocumentTag.EncapsulatedDocumentLength, VR.UL, pdf.length);
        object.setBytes(Tag.EncapsulatedDocument, VR.OB, Arrays.copyOf(pdf, pdf.length + pdf.length % 2));
    }
}
