package org.hospitalviewer.clinical;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.StoredInstance;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Measurements and key images: kept by those who may, seen by everybody who may see the images. */
@Service
public class Measurements {

    private static final int MOST_PER_STUDY = 20_000;

    private final MeasurementTable table;
    private final Archive archive;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;

    Measurements(MeasurementTable table, Archive archive, Doorkeeper doorkeeper, AuditLog audit) {
        this.table = table;
        this.archive = archive;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
    }

    /** In the order in which they were made. */
    public List<Measurement> ofStudy(String studyInstanceUid) {
        doorkeeper.require(Action.VIEW_IMAGES, studyInstanceUid);
        List<Measurement> found = table.ofStudy(studyInstanceUid);
        audit.record("READ_MEASUREMENTS", "STUDY", studyInstanceUid, AuditLog.Result.SUCCESS);
        return found;
    }

    /** In the order in which they were made. */
    public List<Measurement> ofSeries(String seriesInstanceUid) {
        doorkeeper.require(Action.VIEW_IMAGES, seriesInstanceUid);
        List<Measurement> found = table.ofSeries(seriesInstanceUid);
        audit.record("READ_MEASUREMENTS", "SERIES", seriesInstanceUid, AuditLog.Result.SUCCESS);
        return found;
    }

    /**
     * Keeps a measurement. One that was sent before is not kept twice, and one that was deleted comes back.
     *
     * @return empty when the archive has no such image
     * @throws InvalidMeasurementException  when it makes no sense
     * @throws MeasurementConflictException when its key belongs to another one
     */
    Optional<Measurement> add(NewMeasurement added) {
        doorkeeper.require(Action.MEASURE_IMAGES, added.image().sopInstanceUid());
        MeasurementType type = added.checkedType();
        if (!isThere(added.image())) {
            return Optional.empty();
        }
        NewMeasurement keyed = added.keyed();
        return Optional.of(table.findByKey(keyed.key()).map(known -> again(known, keyed, type))
                .orElseGet(() -> inserted(keyed, type)));
    }

    private Measurement inserted(NewMeasurement added, MeasurementType type) {
        if (table.count(added.studyInstanceUid()) >= MOST_PER_STUDY) {
            throw new MeasurementConflictException("A study holds " + MOST_PER_STUDY + " measurements at most.");
        }
        try {
            return audited("CREATE_MEASUREMENT", table.find(table.insert(added, type, user())).orElseThrow());
        } catch (DuplicateKeyException sentTwice) {
            return again(table.findByKey(added.key()).orElseThrow(), added, type);
        }
    }

    private Measurement again(Measurement known, NewMeasurement added, MeasurementType type) {
        if (!known.image().equals(added.image()) || known.type() != type) {
            throw new MeasurementConflictException("This key belongs to another measurement.");
        }
        if (table.restore(known.id(), added.data(), user())) {
            return audited("RESTORE_MEASUREMENT", table.find(known.id()).orElseThrow());
        }
        return table.find(known.id()).orElseThrow();
    }

    /**
     * Replaces what a measurement says.
     *
     * @param version the one that the caller knows
     * @return empty when there is no such measurement
     * @throws InvalidMeasurementException  when the data makes no sense
     * @throws MeasurementConflictException when somebody changed it meanwhile
     */
    Optional<Measurement> change(long id, int version, MeasurementData data) {
        doorkeeper.require(Action.MEASURE_IMAGES, Long.toString(id));
        Optional<Measurement> known = table.find(id);
        if (known.isEmpty()) {
            return known;
        }
        InvalidMeasurementException.require(data, known.get().type());
        if (!table.update(id, version, data, user())) {
            throw new MeasurementConflictException("Somebody else has changed this measurement meanwhile.");
        }
        return table.find(id).map(changed -> audited("CHANGE_MEASUREMENT", changed));
    }

    /** Says whether there was one. */
    boolean delete(long id) {
        doorkeeper.require(Action.MEASURE_IMAGES, Long.toString(id));
        Optional<Measurement> known = table.find(id);
        boolean isDeleted = known.isPresent() && table.delete(id, user());
        if (isDeleted) {
            audited("DELETE_MEASUREMENT", known.get());
        }
        return isDeleted;
    }

    private boolean isThere(ImageReference image) {
        Optional<StoredInstance> instance = archive.instance(image.studyInstanceUid(), image.seriesInstanceUid(),
                image.sopInstanceUid());
        try {
            return instance.isPresent() && (image.frame() == 1 || image.frame() <= instance.get().frameCount());
        } catch (IOException unreadable) {
            throw new InvalidMeasurementException("The image cannot be read: " + unreadable.getMessage());
        }
    }

    private Measurement audited(String action, Measurement measurement) {
        audit.record(action, "MEASUREMENT", measurement.id() + " " + measurement.type().code() + " on "
                + measurement.sopInstanceUid(), AuditLog.Result.SUCCESS);
        return measurement;
    }

    private static long user() {
        return Account.current().id();
    }
}
