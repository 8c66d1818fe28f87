package org.hospitalviewer.dicom.net;

import java.util.List;
import org.hospitalviewer.dicom.io.FileMeta;
import org.hospitalviewer.dicom.net.pdu.UserItem;

/** How this implementation names itself to peers (PS3.7 D.3.3.2). */
final class Implementation {

    private Implementation() {
    }

    /** The three items each side sends, with the largest P-DATA-TF it takes in bytes. */
    static List<UserItem> userItems(int maxPduLength) {
        return List.of(new UserItem.MaximumLength(maxPduLength),
                new UserItem.ImplementationClassUid(FileMeta.IMPLEMENTATION_CLASS_UID),
                new UserItem.ImplementationVersionName(FileMeta.IMPLEMENTATION_VERSION_NAME));
    }
}
