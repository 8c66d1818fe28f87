package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.RefusedException.Reason;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;

/**
 * What a server says of an object that it was to store (PS3.18 10.5.3 and Annex I).
 *
 * @param module the Store Instances Response Module; empty when there is none
 */
record StowAnswer(int status, Attributes module) {

    private static final int NO_FAILURE = -1;
    private static final int OUT_OF_RESOURCES = 0xA700;
    private static final int DATA_SET_MISMATCH = 0xA900;
    private static final int CLASS = 0xFF00;

    static StowAnswer read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new StowAnswer(response.statusCode(), DicomJsonReader.readOne(body, JsonLimits.STORE));
        } catch (IOException e) {
            // The status says enough.
            return new StowAnswer(response.statusCode(), new Attributes());
        }
    }

    /** Why the object was not taken; empty when it was. */
    Optional<RefusedException> refusal(String sopUid) {
        int reason = failureReason(sopUid);
        if (reason != NO_FAILURE) {
            return Optional.of(byReason(reason));
        }
        return switch (status) {
            case 200, 201 -> isConfirmed(sopUid) ? Optional.empty()
                    : Optional.of(refused(Reason.OUT_OF_RESOURCES, "does not say that it has stored the object"));
            case 202 -> isReferenced(sopUid) ? Optional.empty()
                    : Optional.of(refused(Reason.OUT_OF_RESOURCES, "does not say that it has stored the object"));
            case 400, 409, 415 -> Optional.of(refused(Reason.CANNOT_UNDERSTAND, "cannot take the object"));
            case 401, 403 -> Optional.of(refused(Reason.OUT_OF_RESOURCES, "does not let this appliance store"));
            case 413, 507 -> Optional.of(refused(Reason.OUT_OF_RESOURCES, "has no room for the object"));
            default -> Optional.of(refused(Reason.OUT_OF_RESOURCES, "answers with the error " + status));
        };
    }

    /** Some answer a plain success without naming what they stored. */
    private boolean isConfirmed(String sopUid) {
        return isReferenced(sopUid) || module.getSequence(Tag.ReferencedSOPSequence) == null;
    }

    private boolean isReferenced(String sopUid) {
        return entry(Tag.ReferencedSOPSequence, sopUid).isPresent();
    }

    private int failureReason(String sopUid) {
        Optional<Attributes> failed = entry(Tag.FailedSOPSequence, sopUid);
        if (failed.isPresent()) {
            return failed.get().getInt(Tag.FailureReason, 0);
        }
        Sequence others = module.getSequence(Tag.OtherFailuresSequence);
        return others == null || others.isEmpty() ? NO_FAILURE : others.getFirst().getInt(Tag.FailureReason, 0);
    }

    private Optional<Attributes> entry(int sequenceTag, String sopUid) {
        Sequence sequence = module.getSequence(sequenceTag);
        if (sequence != null) {
            for (int i = 0; i < sequence.size(); i++) {
                if (sopUid.equals(sequence.get(i).getString(Tag.ReferencedSOPInstanceUID))) {
                    return Optional.of(sequence.get(i));
                }
            }
        }
        return Optional.empty();
    }

    /** Failure reasons are the statuses of the Storage Service Class (PS3.4 Table B.2-1). */
    private static RefusedException byReason(int reason) {
        String code = "(reason %04XH)".formatted(reason);
        return switch (reason & CLASS) {
            case OUT_OF_RESOURCES -> refused(Reason.OUT_OF_RESOURCES, "has no room for the object " + code);
            case DATA_SET_MISMATCH -> refused(Reason.DATA_SET_MISMATCH,
                    "says that the object contradicts itself " + code);
            default -> refused(Reason.CANNOT_UNDERSTAND, "cannot take the object " + code);
        };
    }

    private static RefusedException refused(Reason reason, String what) {
        return new RefusedException(reason, "The remote archive " + what);
    }
}
