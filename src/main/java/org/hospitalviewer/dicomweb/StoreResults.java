package org.hospitalviewer.dicomweb;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.archive.StoreOutcome;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;
import org.springframework.http.HttpStatus;

/** What became of each instance of a store request: the Store Instances Response Module (PS3.18 10.5.3 and Annex I). */
final class StoreResults {

    /** Failure Reasons (PS3.18 Table I.2-2), the codes of the Storage Service Class. */
    static final int OUT_OF_RESOURCES = 0xA700;
    static final int DATA_SET_MISMATCH = 0xA900;
    static final int CANNOT_UNDERSTAND = 0xC000;
    /** Duplicate SOP Instance (PS3.7 C.5.7): another object with this UID is here, this one waits for the admin. */
    private static final int DUPLICATE_SOP_INSTANCE = 0x0111;
    private static final int LOOKED_UP_AT_ONCE = 500;

    private final String study;
    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private final List<Integer> unknown = new ArrayList<>();

    private record Stored(AnnouncedInstance instance, StoreOutcome outcome) {
    }

    private record Refused(AnnouncedInstance instance, int failureReason) {
    }

    StoreResults(String study) {
        this.study = study;
    }

    /** The only study that instances may belong to; null for any. */
    String study() {
        return study;
    }

    /** Parts that have a result, whatever it is. */
    int count() {
        return stored.size() + refused.size() + unknown.size();
    }

    int stored() {
        return stored.size();
    }

    void stored(AnnouncedInstance instance, StoreOutcome outcome) {
        stored.merge(instance.sopInstanceUid(), new Stored(instance, outcome),
                (first, second) -> second.outcome() == StoreOutcome.QUARANTINED ? second : first);
    }

    void refused(AnnouncedInstance instance, RefusedException.Reason reason) {
        refused.add(new Refused(instance, switch (reason) {
            case CANNOT_UNDERSTAND -> CANNOT_UNDERSTAND;
            case DATA_SET_MISMATCH -> DATA_SET_MISMATCH;
            case OUT_OF_RESOURCES -> OUT_OF_RESOURCES;
        }));
    }

    /** A part that is refused and cannot be named. */
    void failedUnknown(int failureReason) {
        unknown.add(failureReason);
    }

    void audit(AuditLog audit) {
        String target = study == null ? "" : study;
        audit.record(Action.STORE_IMAGES.name(), "INSTANCES",
                "%s stored %d, refused %d".formatted(target, stored.size(), refused.size() + unknown.size()).strip(),
                stored.isEmpty() ? AuditLog.Result.FAILED : AuditLog.Result.SUCCESS);
    }

    void send(Archive archive, JsonAnswer answer, HttpServletResponse response) throws IOException {
        response.setStatus(status().value());
        if (stored.values().stream().anyMatch(instance -> instance.outcome() == StoreOutcome.QUARANTINED)) {
            response.addHeader("Warning", "299 hospital-viewer \"Another object with the same SOP Instance UID is here; "
                    + "the new one is set aside for the administrator.\"");
        }
        answer.write(module(archive, answer.root()), response);
    }

    private HttpStatus status() {
        if (refused.isEmpty() && unknown.isEmpty()) {
            return HttpStatus.OK;
        }
        if (!stored.isEmpty()) {
            return HttpStatus.ACCEPTED;
        }
        boolean noRoom = unknown.isEmpty()
                && refused.stream().allMatch(instance -> instance.failureReason() == OUT_OF_RESOURCES);
        return noRoom ? HttpStatus.INSUFFICIENT_STORAGE : HttpStatus.CONFLICT;
    }

    private Attributes module(Archive archive, String root) {
        Attributes module = new Attributes();
        Map<String, Attributes> found = found(archive);
        Set<String> studies = new LinkedHashSet<>();
        found.values().forEach(entity -> studies.add(entity.getString(Tag.StudyInstanceUID)));
        if (studies.size() == 1) {
            module.setString(Tag.RetrieveURL, VR.UR, root + "/studies/" + studies.iterator().next());
        }
        if (!refused.isEmpty()) {
            Sequence failed = module.newSequence(Tag.FailedSOPSequence);
            refused.forEach(instance -> {
                Attributes entry = entry(failed, instance.instance());
                entry.setInt(Tag.FailureReason, VR.US, instance.failureReason());
            });
        }
        if (!stored.isEmpty()) {
            Sequence referenced = module.newSequence(Tag.ReferencedSOPSequence);
            stored.values().forEach(instance -> addStored(instance, found, root, entry(referenced, instance.instance())));
        }
        if (!unknown.isEmpty()) {
            Sequence others = module.newSequence(Tag.OtherFailuresSequence);
            unknown.forEach(reason -> others.addItem().setInt(Tag.FailureReason, VR.US, reason));
        }
        return module;
    }

    private static void addStored(Stored instance, Map<String, Attributes> found, String root, Attributes entry) {
        Attributes entity = found.get(instance.instance().sopInstanceUid());
        if (entity != null) {
            entry.setString(Tag.RetrieveURL, VR.UR, DicomWebAddress.of(root, entity));
        }
        if (instance.outcome() == StoreOutcome.QUARANTINED) {
            entry.setInt(Tag.WarningReason, VR.US, DUPLICATE_SOP_INSTANCE);
        }
    }

    private static Attributes entry(Sequence sequence, AnnouncedInstance instance) {
        Attributes entry = sequence.addItem();
        entry.setString(Tag.ReferencedSOPClassUID, VR.UI, instance.sopClassUid());
        entry.setString(Tag.ReferencedSOPInstanceUID, VR.UI, instance.sopInstanceUid());
        return entry;
    }

    /** Study and series of what is stored, by SOP Instance UID. */
    private Map<String, Attributes> found(Archive archive) {
        Map<String, Attributes> found = new LinkedHashMap<>();
        List<String> uids = List.copyOf(stored.keySet());
        for (int from = 0; from < uids.size(); from += LOOKED_UP_AT_ONCE) {
            List<String> some = uids.subList(from, Math.min(uids.size(), from + LOOKED_UP_AT_ONCE));
            archive.find(ArchiveQuery.of(QueryLevel.IMAGE, List.of(new Match.OneOf(Tag.SOPInstanceUID, some)), 0,
                    some.size())).forEach(entity -> found.put(entity.getString(Tag.SOPInstanceUID), entity));
        }
        return found;
    }
}
