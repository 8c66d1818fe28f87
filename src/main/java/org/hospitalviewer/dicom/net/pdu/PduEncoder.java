package org.hospitalviewer.dicom.net.pdu;

/** Bytes of a PDU (PS3.8 9.3). */
public final class PduEncoder {
    private final PduOutput out = new PduOutput();

    private PduEncoder() {
    }

    /** The PDU with its header. */
    public static byte[] encode(Pdu pdu) {
        return new PduEncoder().bytes(pdu);
    }

    private byte[] bytes(Pdu pdu) {
        return switch (pdu) {
            case AAssociateRQ request -> request(request).toPdu(PduType.A_ASSOCIATE_RQ);
            case AAssociateAC acceptance -> acceptance(acceptance).toPdu(PduType.A_ASSOCIATE_AC);
            case AAssociateRJ rejection -> out.u8(0).u8(rejection.result()).u8(rejection.source())
                    .u8(rejection.reason()).toPdu(PduType.A_ASSOCIATE_RJ);
            case AReleaseRQ _ -> out.zeros(4).toPdu(PduType.A_RELEASE_RQ);
            case AReleaseRP _ -> out.zeros(4).toPdu(PduType.A_RELEASE_RP);
            case AAbort abort -> out.zeros(2).u8(abort.source()).u8(abort.reason()).toPdu(PduType.A_ABORT);
        };
    }

    private PduOutput request(AAssociateRQ request) {
        start(request.protocolVersion(), request.calledAet(), request.callingAet(), request.applicationContext());
        request.contexts().forEach(this::proposedContext);
        return userInformation(request.userInformation());
    }

    private PduOutput acceptance(AAssociateAC acceptance) {
        start(acceptance.protocolVersion(), acceptance.calledAet(), acceptance.callingAet(),
                acceptance.applicationContext());
        acceptance.contexts().forEach(this::answeredContext);
        return userInformation(acceptance.userInformation());
    }

    private void start(int protocolVersion, String calledAet, String callingAet, String applicationContext) {
        out.u16(protocolVersion).zeros(2).aeTitle(calledAet).aeTitle(callingAet).zeros(32)
                .textItem(ItemType.APPLICATION_CONTEXT, applicationContext);
    }

    private void proposedContext(PresentationContextRQ context) {
        out.item(ItemType.PRESENTATION_CONTEXT_RQ, () -> {
            out.u8(context.id()).zeros(3).textItem(ItemType.ABSTRACT_SYNTAX, context.abstractSyntax());
            context.transferSyntaxes().forEach(uid -> out.textItem(ItemType.TRANSFER_SYNTAX, uid));
        });
    }

    private void answeredContext(PresentationContextAC context) {
        out.item(ItemType.PRESENTATION_CONTEXT_AC, () -> out.u8(context.id()).u8(0).u8(context.result()).u8(0)
                .textItem(ItemType.TRANSFER_SYNTAX, context.transferSyntax()));
    }

    private PduOutput userInformation(UserInformation information) {
        return out.item(ItemType.USER_INFORMATION, () -> information.items().forEach(this::userItem));
    }

    private void userItem(UserItem item) {
        switch (item) {
            case UserItem.MaximumLength length -> out.item(ItemType.MAXIMUM_LENGTH, () -> out.u32(length.bytes()));
            case UserItem.ImplementationClassUid implementation ->
                    out.textItem(ItemType.IMPLEMENTATION_CLASS_UID, implementation.uid());
            case UserItem.ImplementationVersionName version ->
                    out.textItem(ItemType.IMPLEMENTATION_VERSION_NAME, version.name());
            case UserItem.AsynchronousOperationsWindow window -> out.item(ItemType.ASYNCHRONOUS_OPERATIONS_WINDOW,
                    () -> out.u16(window.invoked()).u16(window.performed()));
            case UserItem.RoleSelection role -> out.item(ItemType.ROLE_SELECTION,
                    () -> countedText(role.sopClassUid()).u8(role.scu() ? 1 : 0).u8(role.scp() ? 1 : 0));
            case UserItem.ExtendedNegotiation extended -> out.item(ItemType.EXTENDED_NEGOTIATION,
                    () -> countedText(extended.sopClassUid()).bytes(extended.information()));
            case UserItem.CommonExtendedNegotiation common -> commonExtended(common);
            case UserItem.UserIdentity identity -> out.item(ItemType.USER_IDENTITY, () -> out.u8(identity.type())
                    .u8(identity.answerRequested() ? 1 : 0)
                    .counted(() -> out.bytes(identity.primary()))
                    .counted(() -> out.bytes(identity.secondary())));
            case UserItem.UserIdentityAnswer answer -> out.item(ItemType.USER_IDENTITY_ANSWER,
                    () -> out.counted(() -> out.bytes(answer.response())));
        }
    }

    private void commonExtended(UserItem.CommonExtendedNegotiation common) {
        out.item(ItemType.COMMON_EXTENDED_NEGOTIATION, () -> {
            countedText(common.sopClassUid());
            countedText(common.serviceClassUid());
            out.counted(() -> common.relatedSopClassUids().forEach(this::countedText));
        });
    }

    private PduOutput countedText(String value) {
        return out.counted(() -> out.text(value));
    }
}
