package org.hospitalviewer.dicom.net.pdu;

import java.util.ArrayList;
import java.util.List;

/** Reads the sub-items of the user information (PS3.8 Annex D.1, PS3.7 Annex D.3.3). */
final class UserInformationDecoder {

    private UserInformationDecoder() {
    }

    static UserInformation decode(PduInput in) throws MalformedPduException {
        List<UserItem> items = new ArrayList<>();
        while (in.hasMore()) {
            int type = in.u8();
            in.skip(1);
            decode(type, in.counted(), items);
        }
        return new UserInformation(items);
    }

    private static void decode(int type, PduInput in, List<UserItem> items) throws MalformedPduException {
        switch (type) {
            case ItemType.MAXIMUM_LENGTH -> items.add(new UserItem.MaximumLength(in.u32()));
            case ItemType.IMPLEMENTATION_CLASS_UID -> items.add(new UserItem.ImplementationClassUid(in.text()));
            case ItemType.IMPLEMENTATION_VERSION_NAME -> items.add(new UserItem.ImplementationVersionName(in.text()));
            case ItemType.ASYNCHRONOUS_OPERATIONS_WINDOW ->
                    items.add(new UserItem.AsynchronousOperationsWindow(in.u16(), in.u16()));
            case ItemType.ROLE_SELECTION ->
                    items.add(new UserItem.RoleSelection(in.counted().text(), in.u8() == 1, in.u8() == 1));
            case ItemType.EXTENDED_NEGOTIATION ->
                    items.add(new UserItem.ExtendedNegotiation(in.counted().text(), in.rest()));
            case ItemType.COMMON_EXTENDED_NEGOTIATION -> items.add(common(in));
            case ItemType.USER_IDENTITY -> items.add(new UserItem.UserIdentity(in.u8(), in.u8() == 1,
                    in.counted().rest(), in.counted().rest()));
            case ItemType.USER_IDENTITY_ANSWER -> items.add(new UserItem.UserIdentityAnswer(in.counted().rest()));
            default -> in.rest(); // sub-items of other editions are ignored (PS3.8 9.3.1)
        }
        in.expectEnd("user information sub-item %02XH".formatted(type));
    }

    private static UserItem common(PduInput in) throws MalformedPduException {
        String sopClass = in.counted().text();
        String serviceClass = in.counted().text();
        PduInput related = in.counted();
        List<String> general = new ArrayList<>();
        while (related.hasMore()) {
            general.add(related.counted().text());
        }
        in.rest(); // reserved for later versions of the sub-item
        return new UserItem.CommonExtendedNegotiation(sopClass, serviceClass, general);
    }
}
