package org.hospitalviewer.dicom.net;

import java.io.IOException;

/** Answers one kind of DIMSE request. */
interface DimseService {

    /** What the peer is told. */
    record Answer(Status status, String comment) {
        static Answer of(Status status) {
            return new Answer(status, "");
        }
    }

    /** Does what is asked. What is left unread of the data set is skipped by the caller, who then sends the answer. */
    Answer serve(Association association, DimseMessage message) throws IOException;
}
