package org.hospitalviewer.crash;

import java.io.IOException;
import java.nio.file.Path;
import org.hospitalviewer.dicom.net.Status;
import org.hospitalviewer.node.Sender;
import org.hospitalviewer.peers.ApplianceProcess;

/**
 * Our own C-STORE SCU.
 *
 * @param objects in one association
 */
record ToolkitPeer(Ward ward, Ledger ledger, int objects) implements Peer {

    @Override
    public void send(ApplianceProcess appliance, Path folder) throws IOException {
        try (Sender sender = Sender.to(appliance.dicomPort())) {
            for (int i = 0; i < objects; i++) {
                Ward.Offer offer = ward.next();
                if (sender.send(offer.slice().sopUid(), offer.dataSet()).status() == Status.SUCCESS) {
                    ledger.acknowledge(Ledger.Door.TOOLKIT, offer.slice().sopUid());
                } else {
                    ledger.refuse();
                }
            }
        }
    }
}
