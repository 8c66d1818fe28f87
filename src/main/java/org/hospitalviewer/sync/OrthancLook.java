package org.hospitalviewer.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.ingest.folder.OrthancStorage;
import org.hospitalviewer.ingest.folder.OrthancStorage.Attachment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look through the storage folder of an Orthanc: what is new is opened and entered, what is gone is forgotten. */
final class OrthancLook implements OrthancStorage.Finder {

    private static final Logger LOG = LoggerFactory.getLogger("jobs");
    private static final int FILES_AT_ONCE = 500;
    /** An Orthanc writes under the final name: what was changed just now may not be whole. */
    private static final Duration SETTLED_AFTER = Duration.ofSeconds(10);
    /** Later than this it is the clock of another computer that is wrong. */
    private static final Duration FAR_FUTURE = Duration.ofHours(1);

    private final OrthancStorage storage;
    private final OrthancTable table;
    private final SourceTable source;
    private final RunControl control;
    private final List<Attachment> batch = new ArrayList<>();
    private final long now = System.currentTimeMillis();
    private long change;
    private long seen;
    private boolean incomplete;

    OrthancLook(OrthancStorage storage, OrthancTable table, SourceTable source, RunControl control) {
        this.storage = storage;
        this.table = table;
        this.source = source;
        this.control = control;
    }

    /** @throws IOException the folder is not there now, or empty where it held files */
    void run() throws IOException {
        storage.each(this);
        enterBatch();
        long known = table.count();
        if (seen == 0 && known > 0) {
            throw new IOException("The storage folder of the Orthanc holds no files now. Is its disk there?");
        }
        if (known > seen && !incomplete) {
            forgetVanished();
        }
    }

    @Override
    public void found(Attachment attachment) throws IOException {
        control.check();
        batch.add(attachment);
        if (batch.size() >= FILES_AT_ONCE) {
            enterBatch();
        }
    }

    @Override
    public void unreadable(Path path, String reason) {
        incomplete = true;
        control.tell(progress -> progress.finding(path.toString(), reason));
    }

    private void enterBatch() {
        if (batch.isEmpty()) {
            return;
        }
        Map<String, Attachment> known = table.known(batch.stream().map(Attachment::name).toList());
        for (Attachment file : batch) {
            control.check();
            boolean before = known.containsKey(file.name());
            if (file.equals(known.get(file.name())) || !isSettled(file)) {
                seen += before ? 1 : 0;
            } else {
                enter(file);
            }
        }
        batch.clear();
    }

    private boolean isSettled(Attachment file) {
        long age = now - file.modifiedMillis();
        return age >= SETTLED_AFTER.toMillis() || age < -FAR_FUTURE.toMillis();
    }

    private void enter(Attachment file) {
        try {
            Optional<Attributes> header = storage.header(file);
            if (header.isPresent()) {
                enter(file, header.get());
            } else {
                table.putOther(file, change());
            }
            seen++;
        } catch (OrthancStorage.DamagedException e) {
            table.putOther(file, change());
            seen++;
            complain(file, "It is no whole DICOM object: " + e.getMessage());
        } catch (IOException e) {
            complain(file, e.getMessage() == null ? e.toString() : e.getMessage());
            incomplete = true; // it is looked at again the next time
        }
    }

    private void enter(Attachment file, Attributes header) {
        String study = header.getString(Tag.StudyInstanceUID, "");
        String series = header.getString(Tag.SeriesInstanceUID, "");
        String sop = header.getString(Tag.SOPInstanceUID, "");
        if (Stream.of(study, series, sop).allMatch(UID::isAcceptable)) {
            table.put(file, study, series, sop, change());
        } else {
            table.putOther(file, change());
            complain(file, "A UID of study, series or instance is missing or wrong.");
        }
    }

    private void complain(Attachment file, String reason) {
        LOG.warn("{} in the Orthanc's folder is left out: {}", file.name(), reason);
        control.tell(progress -> progress.finding(file.name(), "Left out: " + reason));
    }

    private long change() {
        if (change == 0) {
            change = source.nextChange();
        }
        return change;
    }

    private void forgetVanished() {
        String last = "";
        for (List<String> names = table.namesAfter(last, FILES_AT_ONCE); !names.isEmpty();
                names = table.namesAfter(last, FILES_AT_ONCE)) {
            control.check();
            names.stream().filter(name -> !storage.holds(name)).forEach(name -> table.remove(name, change()));
            last = names.getLast();
        }
    }
}
