package org.hospitalviewer.node;

import java.net.InetSocketAddress;
import org.hospitalviewer.appliance.device.DeviceSightings;
import org.hospitalviewer.dicom.net.Association;
import org.hospitalviewer.dicom.net.AssociationListener;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.RejectReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who connects and how it ends, in the log and in the list of devices. */
final class AssociationLog implements AssociationListener {

    private static final Logger LOG = LoggerFactory.getLogger(AssociationLog.class);

    private final DeviceSightings sightings;

    AssociationLog(DeviceSightings sightings) {
        this.sightings = sightings;
    }

    @Override
    public void accepted(Association association) {
        sightings.seen(association.callingAet(), association.remoteAddress().getAddress().getHostAddress());
        LOG.info("Association from {} at {}", association.callingAet(), association.remoteAddress());
    }

    @Override
    public void rejected(AAssociateRQ request, InetSocketAddress from, RejectReason reason) {
        LOG.warn("Rejected {} at {}: {}", request.callingAet(), from, reason);
        if (reason == RejectReason.CALLING_AE_TITLE_NOT_RECOGNIZED) {
            sightings.seen(request.callingAet(), from.getAddress().getHostAddress());
        }
    }

    @Override
    public void notEstablished(InetSocketAddress from, String why) {
        LOG.warn("No association with {}: {}", from, why);
    }

    @Override
    public void released(Association association) {
        LOG.info("Association with {} released", association.callingAet());
    }

    @Override
    public void aborted(Association association, String why) {
        LOG.warn("Association with {} aborted: {}", association.callingAet(), why);
    }

    @Override
    public void failed(Association association, Exception failure) {
        LOG.error("A service for {} failed", association.callingAet(), failure);
    }
}
