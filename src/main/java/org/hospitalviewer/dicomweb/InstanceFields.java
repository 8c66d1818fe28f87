package org.hospitalviewer.dicomweb;

import java.io.IOException;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/** Adds what a search for instances includes beyond the index, from the instance's own header. */
final class InstanceFields {

    private final Archive archive;
    private final ArchiveQuery query;

    InstanceFields(Archive archive, ArchiveQuery query) {
        this.archive = archive;
        this.query = query;
    }

    /** The entity with all that was asked for and the object has; values that are bulk data stay out. */
    Attributes complete(Attributes entity) {
        if (query.level() == QueryLevel.IMAGE && (query.includeAll() || lacks(entity))) {
            archive.instance(entity.getString(Tag.StudyInstanceUID), entity.getString(Tag.SeriesInstanceUID),
                    entity.getString(Tag.SOPInstanceUID)).ifPresent(stored -> add(stored, entity));
        }
        return entity;
    }

    private boolean lacks(Attributes entity) {
        return query.include().stream().anyMatch(tag -> !entity.contains(tag));
    }

    private void add(StoredInstance stored, Attributes entity) {
        Attributes header = header(stored);
        for (int tag : header.tags()) {
            boolean wanted = query.includeAll() || query.include().contains(tag);
            if (wanted && !entity.contains(tag) && header.bulkData(tag).isEmpty() && header.fragments(tag).isEmpty()) {
                entity.addAll(header.select(tag));
            }
        }
    }

    private static Attributes header(StoredInstance stored) {
        try {
            return stored.metadata();
        } catch (IOException e) {
            throw new UnreadableInstance(stored.sopInstanceUid(), e);
        }
    }
}
