package org.hospitalviewer.dicom.net.pdu;

import java.util.ArrayList;
import java.util.List;

/** Reads the variable field of a PDU that is held whole (PS3.8 9.3). */
public final class PduDecoder {
    private static final int FIXED_LENGTH = 4;
    private static final int AE_TITLE_LENGTH = 16;

    private PduDecoder() {
    }

    /**
     * Reads a PDU.
     *
     * @param type  any but P-DATA-TF, which is streamed
     * @param field everything behind the header
     * @throws MalformedPduException when a length or a mandatory field is wrong
     */
    public static Pdu decode(PduType type, byte[] field) throws MalformedPduException {
        PduInput in = new PduInput(field);
        return switch (type) {
            case A_ASSOCIATE_RQ -> request(in);
            case A_ASSOCIATE_AC -> acceptance(in);
            case A_ASSOCIATE_RJ -> rejection(fixed(type, field, in));
            case A_RELEASE_RQ -> release(new AReleaseRQ(), type, field, in);
            case A_RELEASE_RP -> release(new AReleaseRP(), type, field, in);
            case A_ABORT -> abort(fixed(type, field, in));
            case P_DATA_TF -> throw new IllegalArgumentException("P-DATA-TF is read as a stream");
        };
    }

    private static PduInput fixed(PduType type, byte[] field, PduInput in) throws MalformedPduException {
        if (field.length != FIXED_LENGTH) {
            throw MalformedPduException.invalidValue("%s of %d instead of 4 bytes".formatted(type, field.length));
        }
        return in;
    }

    private static Pdu release(Pdu pdu, PduType type, byte[] field, PduInput in) throws MalformedPduException {
        fixed(type, field, in);
        return pdu;
    }

    private static AAssociateRJ rejection(PduInput in) throws MalformedPduException {
        in.skip(1);
        return new AAssociateRJ(in.u8(), in.u8(), in.u8());
    }

    private static AAbort abort(PduInput in) throws MalformedPduException {
        in.skip(2);
        return new AAbort(in.u8(), in.u8());
    }

    private static AAssociateRQ request(PduInput in) throws MalformedPduException {
        int version = in.u16();
        in.skip(2);
        String called = in.text(AE_TITLE_LENGTH);
        String calling = in.text(AE_TITLE_LENGTH);
        in.skip(32);
        AssociateItems items = new AssociateItems(in);
        return new AAssociateRQ(version, called, calling, items.applicationContext(), items.proposed(),
                items.userInformation());
    }

    private static AAssociateAC acceptance(PduInput in) throws MalformedPduException {
        int version = in.u16();
        in.skip(2);
        String called = in.text(AE_TITLE_LENGTH);
        String calling = in.text(AE_TITLE_LENGTH);
        in.skip(32);
        AssociateItems items = new AssociateItems(in);
        return new AAssociateAC(version, called, calling, items.applicationContext(), items.answered(),
                items.userInformation());
    }

    /** The variable items of A-ASSOCIATE-RQ and -AC; unknown ones are skipped (PS3.8 9.3.1). */
    private static final class AssociateItems {
        private final List<PresentationContextRQ> proposed = new ArrayList<>();
        private final List<PresentationContextAC> answered = new ArrayList<>();
        private String applicationContext = "";
        private UserInformation userInformation = new UserInformation(List.of());

        AssociateItems(PduInput in) throws MalformedPduException {
            while (in.hasMore()) {
                int type = in.u8();
                in.skip(1);
                take(type, in.counted());
            }
        }

        private void take(int type, PduInput item) throws MalformedPduException {
            switch (type) {
                case ItemType.APPLICATION_CONTEXT -> applicationContext = item.text();
                case ItemType.PRESENTATION_CONTEXT_RQ -> proposed.add(PresentationContextDecoder.proposed(item));
                case ItemType.PRESENTATION_CONTEXT_AC -> answered.add(PresentationContextDecoder.answered(item));
                case ItemType.USER_INFORMATION -> userInformation = UserInformationDecoder.decode(item);
                default -> item.rest();
            }
        }

        String applicationContext() {
            return applicationContext;
        }

        List<PresentationContextRQ> proposed() throws MalformedPduException {
            if (proposed.stream().map(PresentationContextRQ::id).distinct().count() != proposed.size()) {
                throw MalformedPduException.invalidValue("Two presentation contexts with the same ID");
            }
            return proposed;
        }

        List<PresentationContextAC> answered() {
            return answered;
        }

        UserInformation userInformation() {
            return userInformation;
        }
    }
}
