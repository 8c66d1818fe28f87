package org.hospitalviewer.crash;

import java.nio.file.Path;
import org.hospitalviewer.peers.ApplianceProcess;

/** Somebody who sends objects without pause and writes down what was acknowledged. */
interface Peer {

    /**
     * Sends one portion: an association or a request.
     *
     * @param folder empty, for files of its own
     * @throws Exception when the appliance is gone; what was acknowledged before is in the ledger
     */
    void send(ApplianceProcess appliance, Path folder) throws Exception;
}
