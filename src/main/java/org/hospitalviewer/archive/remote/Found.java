package org.hospitalviewer.archive.remote;

import java.util.List;
import org.hospitalviewer.dicom.data.Attributes;

/**
 * What a search found.
 *
 * @param cutOff whether there is more, which nobody asked for
 */
record Found(List<Attributes> entities, boolean cutOff) {
    Found {
        entities = List.copyOf(entities);
    }
}
