package org.hospitalviewer.clinical.filing;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.clinical.filing.ReferencedImages.ReferencedImage;
import org.hospitalviewer.clinical.report.ReportContent;
import org.hospitalviewer.clinical.report.ReportVersion;
import org.hospitalviewer.clinical.report.Signature;
import org.hospitalviewer.clinical.report.SignedReports.SignedReport;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** The SR Document General (PS3.3 C.17.2) and SR Document Content modules (C.17.3) of a Basic Text SR. */
final class TextDocument {

    private static final int LONGEST_NAME = 64;

    private TextDocument() {
    }

    /** @param organization that the verifier acts for, not empty */
    static void complete(Attributes object, SignedReport signed, List<ReferencedImage> images, String organization) {
        ReportVersion version = signed.version();
        object.setString(Tag.CompletionFlag, VR.CS, "COMPLETE");
        object.setString(Tag.VerificationFlag, VR.CS, "VERIFIED");
        object.setString(DocumentTag.PreliminaryFlag, VR.CS, "FINAL");
        addVerifier(object, version.signature(), organization);
        object.newSequence(DocumentTag.PerformedProcedureCodeSequence);
        addEvidence(object, signed.report().studyInstanceUid(), images);
        container(object, Code.DIAGNOSTIC_IMAGING_REPORT);
        Sequence content = object.newSequence(Tag.ContentSequence);
        addObserver(content, version.signature());
        addSections(content, version);
        addImages(content, images);
    }

    private static void addVerifier(Attributes object, Signature signature, String organization) {
        Attributes verifier = object.newSequence(DocumentTag.VerifyingObserverSequence).addItem();
        verifier.setString(DocumentTag.VerifyingOrganization, VR.LO, organization);
        verifier.setString(DocumentTag.VerificationDateTime, VR.DT, DocumentHeader.local(signature.signedAt())
                .format(DateTimeFormatter.ofPattern("yyyyMMddHHmmss")));
        verifier.setString(DocumentTag.VerifyingObserverName, VR.PN, name(signature));
        verifier.newSequence(DocumentTag.VerifyingObserverIdentificationCodeSequence);
    }

    /** A full name is one word of a person name: nobody knows which part of it is the family name. */
    private static String name(Signature signature) {
        return DocumentHeader.cut(signature.signedBy().fullName().replaceAll("[\\^=\\\\\\p{Cntrl}]", " "), LONGEST_NAME);
    }

    private static void addEvidence(Attributes object, String study, List<ReferencedImage> images) {
        if (images.isEmpty()) {
            return;
        }
        Attributes item = object.newSequence(DocumentTag.CurrentRequestedProcedureEvidenceSequence).addItem();
        item.setString(Tag.StudyInstanceUID, VR.UI, study);
        Sequence allSeries = item.newSequence(DocumentTag.ReferencedSeriesSequence);
        Map<String, Sequence> instances = new LinkedHashMap<>();
        images.stream().map(image -> List.of(image.key().seriesInstanceUid(), image.sopClassUid(),
                image.key().sopInstanceUid())).distinct().forEach(image -> {
            Attributes instance = instances.computeIfAbsent(image.get(0), uid -> {
                Attributes series = allSeries.addItem();
                series.setString(Tag.SeriesInstanceUID, VR.UI, uid);
                return series.newSequence(DocumentTag.ReferencedSOPSequence);
            }).addItem();
            instance.setString(DocumentTag.ReferencedSOPClassUID, VR.UI, image.get(1));
            instance.setString(DocumentTag.ReferencedSOPInstanceUID, VR.UI, image.get(2));
        });
    }

    private static void container(Attributes item, Code heading) {
        item.setString(Tag.ValueType, VR.CS, "CONTAINER");
        heading.addTo(item, Tag.ConceptNameCodeSequence);
        item.setString(DocumentTag.ContinuityOfContent, VR.CS, "SEPARATE");
    }

    private static void addObserver(Sequence content, Signature signature) {
        Attributes type = item(content, "HAS OBS CONTEXT", "CODE", Code.OBSERVER_TYPE);
        Code.PERSON.addTo(type, DocumentTag.ConceptCodeSequence);
        item(content, "HAS OBS CONTEXT", "PNAME", Code.PERSON_OBSERVER_NAME)
                .setString(DocumentTag.PersonName, VR.PN, name(signature));
    }

    private static void addSections(Sequence content, ReportVersion version) {
        ReportContent says = version.content();
        addSection(content, Code.INDICATIONS, Code.INDICATION, List.of(says.indication()));
        addSection(content, Code.PROCEDURE, Code.PROCEDURE_DESCRIPTION, List.of(says.title(), says.technique()));
        List<String> findings = new ArrayList<>(List.of(says.findings()));
        says.fields().stream().filter(field -> !field.value().isBlank()).forEach(field ->
                findings.add((field.label() + ": " + field.value() + " " + field.unit()).strip()));
        addSection(content, Code.FINDINGS, Code.FINDING, findings);
        addSection(content, Code.IMPRESSIONS, Code.IMPRESSION, List.of(says.impression()));
        if (!version.reason().isEmpty()) {
            addText(content, Code.COMMENT, "Amended: " + version.reason());
        }
    }

    private static void addSection(Sequence content, Code heading, Code concept, List<String> texts) {
        if (texts.stream().allMatch(String::isBlank)) {
            return;
        }
        Attributes section = content.addItem();
        section.setString(DocumentTag.RelationshipType, VR.CS, "CONTAINS");
        container(section, heading);
        Sequence inside = section.newSequence(Tag.ContentSequence);
        texts.stream().filter(text -> !text.isBlank()).forEach(text -> addText(inside, concept, text));
    }

    /** Lines end with CR LF (PS3.5 6.2, UT). */
    private static void addText(Sequence content, Code concept, String text) {
        item(content, "CONTAINS", "TEXT", concept).setString(Tag.TextValue, VR.UT, text.replace("\n", "\r\n"));
    }

    private static Attributes item(Sequence content, String relationship, String type, Code concept) {
        Attributes item = content.addItem();
        item.setString(DocumentTag.RelationshipType, VR.CS, relationship);
        item.setString(Tag.ValueType, VR.CS, type);
        concept.addTo(item, Tag.ConceptNameCodeSequence);
        return item;
    }

    private static void addImages(Sequence content, List<ReferencedImage> images) {
        if (images.isEmpty()) {
            return;
        }
        Attributes section = content.addItem();
        section.setString(DocumentTag.RelationshipType, VR.CS, "CONTAINS");
        container(section, Code.KEY_IMAGES);
        Sequence inside = section.newSequence(Tag.ContentSequence);
        for (ReferencedImage image : images) {
            Attributes item = inside.addItem();
            item.setString(DocumentTag.RelationshipType, VR.CS, "CONTAINS");
            item.setString(Tag.ValueType, VR.CS, "IMAGE");
            Attributes reference = item.newSequence(DocumentTag.ReferencedSOPSequence).addItem();
            reference.setString(DocumentTag.ReferencedSOPClassUID, VR.UI, image.sopClassUid());
            reference.setString(DocumentTag.ReferencedSOPInstanceUID, VR.UI, image.key().sopInstanceUid());
            if (image.multiFrame()) {
                reference.setInt(DocumentTag.ReferencedFrameNumber, VR.IS, image.key().frame());
            }
            if (!image.key().caption().isEmpty()) {
                addText(inside, Code.COMMENT, image.key().caption());
            }
        }
    }
}
