package org.hospitalviewer.dicom.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.dicom.net.pdu.AAssociateAC;
import org.hospitalviewer.dicom.net.pdu.AAssociateRQ;
import org.hospitalviewer.dicom.net.pdu.PresentationContextAC;
import org.hospitalviewer.dicom.net.pdu.PresentationContextRQ;
import org.hospitalviewer.dicom.net.pdu.UserInformation;
import org.hospitalviewer.dicom.net.pdu.UserItem;

/** What two sides agree on when an association begins (PS3.8 7.1, PS3.7 Annex D.3). */
final class Negotiation {
    /** One operation at a time, which is also what silence means (PS3.7 D.3.3.3). */
    private static final UserItem.AsynchronousOperationsWindow SYNCHRONOUS =
            new UserItem.AsynchronousOperationsWindow(1, 1);

    private Negotiation() {
    }

    /** The acceptor's answer to a request. */
    static AAssociateAC answer(AAssociateRQ request, ContextPolicy policy, int maxPduLength) {
        List<PresentationContextAC> contexts = request.contexts().stream().map(policy::answer).toList();
        List<UserItem> items = new ArrayList<>(Implementation.userItems(maxPduLength));
        UserInformation asked = request.userInformation();
        asked.first(UserItem.AsynchronousOperationsWindow.class).ifPresent(_ -> items.add(SYNCHRONOUS));
        asked.all(UserItem.RoleSelection.class).map(role -> answer(role, policy)).forEach(items::add);
        return new AAssociateAC(request, contexts, new UserInformation(items));
    }

    private static UserItem.RoleSelection answer(UserItem.RoleSelection asked, ContextPolicy policy) {
        String sopClass = asked.sopClassUid();
        return new UserItem.RoleSelection(sopClass, asked.scu(), asked.scp() && policy.requestorMayBeScp(sopClass));
    }

    /** The contexts that both sides agreed on, by their ID. */
    static Map<Integer, PresentationContext> agreed(AAssociateRQ request, AAssociateAC acceptance) {
        Map<Integer, PresentationContext> agreed = new LinkedHashMap<>();
        for (PresentationContextAC answer : acceptance.contexts()) {
            for (PresentationContextRQ proposal : request.contexts()) {
                if (answer.isAccepted() && proposal.id() == answer.id()
                        && proposal.transferSyntaxes().contains(answer.transferSyntax())) {
                    agreed.put(answer.id(), new PresentationContext(answer.id(), proposal.abstractSyntax(),
                            answer.transferSyntax()));
                }
            }
        }
        return agreed;
    }
}
