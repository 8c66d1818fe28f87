package org.hospitalviewer.dicom.net;

import java.util.List;
import org.hospitalviewer.dicom.net.pdu.UserItem;

/** How this implementation names itself (PS3.7 D.3.3.2). */
final class Implementation {
    /** UUID-derived UID (PS3.5 Annex B.2), fixed once for this product. */
    static final String CLASS_UID = "2.25.196405826352117803318714509261077330145";
    static final String VERSION_NAME = "HOSPITALVIEWER";

    private Implementation() {
    }

    /** The three items each side sends, with the largest P-DATA-TF it takes. */
    static List<UserItem> userItems(int maxPduLength) {
        return List.of(new UserItem.MaximumLength(maxPduLength), new UserItem.ImplementationClassUid(CLASS_UID),
                new UserItem.ImplementationVersionName(VERSION_NAME));
    }
}
