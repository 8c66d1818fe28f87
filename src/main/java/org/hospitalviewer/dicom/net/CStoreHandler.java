package org.hospitalviewer.dicom.net;

import java.io.IOException;

/** Keeps what peers store (C-STORE SCP, PS3.4 Annex B). Called by many associations at once. */
@FunctionalInterface
public interface CStoreHandler {

    /**
     * Keeps one object. What is left unread of it is skipped by the caller.
     *
     * @param association who sends
     * @param request     what is sent
     * @param dataSet     the data set as sent, encoded in the transfer syntax of the request; it ends only when the
     *                    peer has said that it is complete, a lost connection is an exception
     * @return what the peer is told
     * @throws DimseException to refuse with a status and a comment
     * @throws IOException    when reading fails; any other failure is answered with Processing failure (0110H)
     */
    Status store(Association association, StoreRequest request, PdvInputStream dataSet) throws IOException;
}
