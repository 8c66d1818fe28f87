package org.hospitalviewer.node;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.dicom.net.AdmissionPolicy;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.RejectReason;

/**
 * Who may associate by the settings of this moment (PS3.8 9.3.4).
 *
 * @param devices those that the administrator named
 */
record DeviceAdmission(Settings settings, Devices devices) implements AdmissionPolicy {

    @Override
    public Optional<RejectReason> refusal(AAssociateRQ request, InetSocketAddress from) {
        ViewerSettings now = settings.current();
        if (now.strictCalledAeTitle() && !request.calledAet().equals(now.aeTitle().strip())) {
            return Optional.of(RejectReason.CALLED_AE_TITLE_NOT_RECOGNIZED);
        }
        return now.knownDevicesOnly() && devices.known(request.callingAet()).isEmpty()
                ? Optional.of(RejectReason.CALLING_AE_TITLE_NOT_RECOGNIZED) : Optional.empty();
    }
}
