package org.hospitalviewer.dicom.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.hospitalviewer.dicom.net.pdu.AAssociateAC;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.PresentationContextRQ;
import org.hospitalviewer.dicom.net.pdu.UserInformation;
import org.hospitalviewer.dicom.net.upperlayer.AssociationLostException;
import org.hospitalviewer.dicom.net.upperlayer.Indication;
import org.hospitalviewer.dicom.net.upperlayer.UpperLayer;
import org.hospitalviewer.dicom.net.upperlayer.UpperLayerLimits;

/** The requestor's side of establishing an association (PS3.8 7.1). */
final class AssociationRequestor {
    private static final int MAX_PDU_LENGTH = 128 * 1024;

    private final Target target;
    private final String callingAet;
    private final Timeouts timeouts;

    AssociationRequestor(Target target, String callingAet, Timeouts timeouts) {
        this.target = target;
        this.callingAet = callingAet;
        this.timeouts = timeouts;
    }

    Association open(List<PresentationContextRQ> contexts) throws IOException {
        AAssociateRQ request = new AAssociateRQ(target.calledAet(), callingAet, contexts,
                new UserInformation(Implementation.userItems(MAX_PDU_LENGTH)));
        UpperLayer layer = UpperLayer.request(address(), request, new UpperLayerLimits(timeouts.artim(),
                timeouts.connect(), timeouts.answer(), timeouts.write(), MAX_PDU_LENGTH));
        try {
            return new Association(layer, request, acceptance(layer), true, timeouts);
        } catch (IOException failure) {
            layer.close();
            throw failure;
        }
    }

    private InetSocketAddress address() throws IOException {
        return new InetSocketAddress(InetAddress.getByName(target.host()), target.port());
    }

    private AAssociateAC acceptance(UpperLayer layer) throws IOException {
        return switch (layer.next(timeouts.answer())) {
            case Indication.Accepted(AAssociateAC acceptance) -> acceptance;
            case Indication.Rejected(var rejection) -> throw new AssociationRejectedException(rejection);
            case Indication.Abort(var abort) ->
                    throw new AssociationLostException("Association " + abort.describe() + " of the peer");
            case Indication.ProviderAbort(String why) -> throw new AssociationLostException(why);
            case Indication.Closed(String why) -> throw new AssociationLostException(why);
            case Indication.Associate _, Indication.Data _, Indication.Release _, Indication.Released _ ->
                    throw new IllegalStateException("The state table does not lead here");
        };
    }
}
