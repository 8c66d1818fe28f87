package org.hospitalviewer.clinical.filing;

import org.hospitalviewer.dicom.data.Tag;

/** Data elements of documents (PS3.3 C.17, C.24) that nothing else in the program uses, by their keyword. */
final class DocumentTag {

    static final int ReferencedSeriesSequence = Tag.of(0x0008, 0x1115);
    static final int ReferencedSOPClassUID = Tag.of(0x0008, 0x1150);
    static final int ReferencedSOPInstanceUID = Tag.of(0x0008, 0x1155);
    static final int ReferencedFrameNumber = Tag.of(0x0008, 0x1160);
    static final int ReferencedSOPSequence = Tag.of(0x0008, 0x1199);
    static final int RelationshipType = Tag.of(0x0040, 0xA010);
    static final int VerifyingOrganization = Tag.of(0x0040, 0xA027);
    static final int VerificationDateTime = Tag.of(0x0040, 0xA030);
    static final int ContinuityOfContent = Tag.of(0x0040, 0xA050);
    static final int VerifyingObserverSequence = Tag.of(0x0040, 0xA073);
    static final int VerifyingObserverName = Tag.of(0x0040, 0xA075);
    static final int VerifyingObserverIdentificationCodeSequence = Tag.of(0x0040, 0xA088);
    static final int PersonName = Tag.of(0x0040, 0xA123);
    static final int ConceptCodeSequence = Tag.of(0x0040, 0xA168);
    static final int PredecessorDocumentsSequence = Tag.of(0x0040, 0xA360);
    static final int PerformedProcedureCodeSequence = Tag.of(0x0040, 0xA372);
    static final int CurrentRequestedProcedureEvidenceSequence = Tag.of(0x0040, 0xA375);
    static final int PreliminaryFlag = Tag.of(0x0040, 0xA496);
    static final int EncapsulatedDocumentLength = Tag.of(0x0042, 0x0015);

    private DocumentTag() {
    }
}
