package org.hospitalviewer.node;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.hospitalviewer.appliance.NetworkService;
import org.hospitalviewer.appliance.OpenDicomPort;
import org.hospitalviewer.appliance.StartProblem;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.appliance.device.DeviceSightings;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.net.ContextPolicy;
import org.hospitalviewer.dicom.net.DicomServer;
import org.hospitalviewer.dicom.net.DimseServices;
import org.hospitalviewer.dicom.net.ServerPolicy;
import org.hospitalviewer.dicom.net.ServerSettings;
import org.hospitalviewer.dicom.net.TransferSyntaxChoice;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** The appliance as a DICOM application entity: Verification and Storage SCP. */
@Component
@Conditional(OpenDicomPort.class)
class DicomNode implements NetworkService, SmartLifecycle {

    private static final String STANDARD_ROOT = "1.2.840.10008.";

    private final Archive archive;
    private final ViewerSettings settings;
    private final Settings current;
    private final Devices devices;
    private final DeviceSightings sightings;
    private DicomServer server;

    /** @param settings of the start: the port cannot change while the node listens */
    DicomNode(Archive archive, ViewerSettings settings, Settings current, Devices devices,
              DeviceSightings sightings) {
        this.archive = archive;
        this.settings = settings;
        this.current = current;
        this.devices = devices;
        this.sightings = sightings;
    }

    @Override
    public synchronized void start() {
        try {
            ServerSettings where = ServerSettings.on(InetAddress.getByName(settings.dicomAddress()),
                    settings.dicomPort());
            server = DicomServer.start(where, new ServerPolicy(new DeviceAdmission(current, devices),
                    contexts(), new DimseServices().store(new StoreScp(archive, devices)),
                    new AssociationLog(sightings)));
        } catch (IOException e) {
            throw new StartProblem("The DICOM port " + settings.dicomPort() + " cannot be opened: " + e.getMessage()
                    + ". Choose another one with --dicom-port.", e);
        }
    }

    private static ContextPolicy contexts() {
        return ContextPolicy.none()
                .accept(UID.Verification, TransferSyntaxChoice.firstProposed(UID.transferSyntaxes()::contains))
                .accept(DicomNode::isStorable, TransferSyntaxChoice.preferring(preferredSyntaxes()));
    }

    /** Storage SOP classes of the standard, and vendors' own. */
    private static boolean isStorable(String sopClassUid) {
        return UID.storageSopClasses().contains(sopClassUid) || !sopClassUid.startsWith(STANDARD_ROOT);
    }

    /** Where a sender leaves the choice: explicit VR, which says most of the data; then what the sender may compress. */
    private static List<String> preferredSyntaxes() {
        List<String> order = new ArrayList<>(List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian));
        UID.transferSyntaxes().stream().filter(uid -> !order.contains(uid)).forEach(order::add);
        return order;
    }

    /** Stops before the archive does; objects under way are finished or aborted. */
    @Override
    public synchronized void stop() {
        server.close();
        server = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    @Override
    public boolean isListening() {
        return isRunning();
    }

    @Override
    public synchronized int port() {
        return server.port();
    }

    @Override
    public synchronized String address() {
        return "DICOM: " + current.current().aeTitle() + " on port " + port();
    }
}
