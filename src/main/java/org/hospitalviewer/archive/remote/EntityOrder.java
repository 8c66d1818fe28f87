package org.hospitalviewer.archive.remote;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.SortKey;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.VR;

/** Orders that another server does not know: newest study first, then by number, or by keys. */
final class EntityOrder {

    private static final Comparator<Attributes> NEWEST_FIRST = text(Tag.StudyDate).thenComparing(text(Tag.StudyTime))
            .reversed();

    private EntityOrder() {
    }

    static Comparator<Attributes> of(ArchiveQuery query) {
        Comparator<Attributes> order = (_, _) -> 0;
        for (SortKey key : query.order()) {
            Comparator<Attributes> one = key.tag() == Tag.StudyDate
                    ? text(Tag.StudyDate).thenComparing(text(Tag.StudyTime)) : text(key.tag());
            order = order.thenComparing(key.descending() ? one.reversed() : one);
        }
        return order.thenComparing(byDefault(query.level()));
    }

    private static Comparator<Attributes> byDefault(QueryLevel level) {
        Comparator<Attributes> study = NEWEST_FIRST.thenComparing(text(Tag.StudyInstanceUID));
        Comparator<Attributes> series = study.thenComparing(number(Tag.SeriesNumber))
                .thenComparing(text(Tag.SeriesInstanceUID));
        return switch (level) {
            case STUDY -> study;
            case SERIES -> series;
            case IMAGE -> series.thenComparing(number(Tag.InstanceNumber)).thenComparing(text(Tag.SOPInstanceUID));
        };
    }

    /** Whether the newest studies are the first ones wanted. */
    static boolean isNewestFirst(List<SortKey> order) {
        return order.isEmpty() || order.getFirst().tag() == Tag.StudyDate && order.getFirst().descending();
    }

    private static Comparator<Attributes> number(int tag) {
        return Comparator.comparingInt(entity -> entity.getInt(tag, Integer.MAX_VALUE));
    }

    private static Comparator<Attributes> text(int tag) {
        boolean name = Dictionary.vr(tag) == VR.PN;
        return Comparator.comparing(entity -> name ? entity.getString(tag, "").toUpperCase(Locale.ROOT)
                : entity.getString(tag, ""));
    }
}
