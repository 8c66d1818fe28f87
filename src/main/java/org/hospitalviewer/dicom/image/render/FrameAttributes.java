package org.hospitalviewer.dicom.image.render;

import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Sequence;
import org.hospitalviewer.dicom.data.Tag;

/**
 * Attributes that hold for one frame: the frame's own macros before the shared ones, before the top level (PS3.3
 * C.7.6.16).
 *
 * @param frame number from 1
 */
record FrameAttributes(Attributes header, int frame) {

    /** The data set that has an attribute of a macro. */
    Attributes of(int macro, int tag) {
        Attributes own = macroOf(item(Tag.PerFrameFunctionalGroupsSequence, frame - 1), macro);
        if (own != null && own.containsValue(tag)) {
            return own;
        }
        Attributes shared = macroOf(item(Tag.SharedFunctionalGroupsSequence, 0), macro);
        return shared != null && shared.containsValue(tag) ? shared : header;
    }

    private Attributes item(int sequence, int index) {
        Sequence items = header.getSequence(sequence);
        return items != null && index < items.size() ? items.get(index) : null;
    }

    private static Attributes macroOf(Attributes group, int macro) {
        return group == null ? null : group.getItem(macro);
    }
}
