package org.hospitalviewer.node;

import java.io.IOException;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.archive.AnnouncedInstance;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.Origin;
import org.hospitalviewer.archive.RefusedException;
import org.hospitalviewer.dicom.net.Association;
import org.hospitalviewer.dicom.net.CStoreHandler;
import org.hospitalviewer.dicom.net.DimseException;
import org.hospitalviewer.dicom.net.PdvInputStream;
import org.hospitalviewer.dicom.net.Status;
import org.hospitalviewer.dicom.net.StoreRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** C-STORE SCP (PS3.4 Annex B): answers Success only after the object is durable in the archive. */
final class StoreScp implements CStoreHandler {

    private static final Logger LOG = LoggerFactory.getLogger(StoreScp.class);

    private final Archive archive;
    private final Devices devices;

    StoreScp(Archive archive, Devices devices) {
        this.archive = archive;
        this.devices = devices;
    }

    @Override
    public Status store(Association association, StoreRequest request, PdvInputStream dataSet) throws IOException {
        if (devices.known(association.callingAet()).filter(device -> !device.mayStore()).isPresent()) {
            throw new DimseException(Status.NOT_AUTHORIZED, "The administrator does not let this device store");
        }
        Origin origin = new Origin(Origin.Door.C_STORE, association.callingAet(),
                association.remoteAddress().getAddress().getHostAddress());
        AnnouncedInstance announced = new AnnouncedInstance(request.affectedSopClassUid(),
                request.affectedSopInstanceUid(), request.transferSyntaxUid());
        try {
            archive.store(origin, announced, dataSet);
            return Status.SUCCESS;
        } catch (RefusedException e) {
            LOG.warn("Refused {} from {} ({}): {}", request.affectedSopInstanceUid(), origin.sender(),
                    origin.address(), e.getMessage());
            throw new DimseException(status(e.reason()), e.getMessage(), e);
        }
    }

    /** Failure statuses of the Storage Service Class (PS3.4 Table B.2-1). */
    private static Status status(RefusedException.Reason reason) {
        return switch (reason) {
            case CANNOT_UNDERSTAND -> Status.CANNOT_UNDERSTAND;
            case DATA_SET_MISMATCH -> Status.DATA_SET_DOES_NOT_MATCH_SOP_CLASS;
            case OUT_OF_RESOURCES -> Status.OUT_OF_RESOURCES;
        };
    }
}
