package org.hospitalviewer.clinical.report;

import org.hospitalviewer.dicom.data.UID;

/**
 * An image of the study that shows what the text says.
 *
 * @param frame number of the frame, from 1
 */
public record KeyImage(String seriesInstanceUid, String sopInstanceUid, int frame, String caption) {

    static final int LONGEST_CAPTION = 500;

    public KeyImage {
        frame = frame == 0 ? 1 : frame;
        caption = PlainText.line(caption);
    }

    boolean isAcceptable() {
        return frame >= 1 && caption.length() <= LONGEST_CAPTION
                && UID.isAcceptable(seriesInstanceUid) && UID.isAcceptable(sopInstanceUid);
    }
}
