package org.hospitalviewer.dicomweb;

import java.io.IOException;

/** A stored file that cannot be read any more. */
final class UnreadableInstance extends RuntimeException {

    UnreadableInstance(String sopInstanceUid, IOException cause) {
        super("The stored instance " + sopInstanceUid + " cannot be read", cause);
    }
}
