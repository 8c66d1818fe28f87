package org.hospitalviewer.dicom.net.pdu;

import java.util.ArrayList;
import java.util.List;

/** Reads presentation context items (PS3.8 9.3.2.2 and 9.3.3.2). */
final class PresentationContextDecoder {

    private PresentationContextDecoder() {
    }

    static PresentationContextRQ proposed(PduInput in) throws MalformedPduException {
        int id = oddId(in);
        in.skip(3);
        String abstractSyntax = "";
        List<String> transferSyntaxes = new ArrayList<>();
        while (in.hasMore()) {
            int type = in.u8();
            in.skip(1);
            PduInput subItem = in.counted();
            switch (type) {
                case ItemType.ABSTRACT_SYNTAX -> abstractSyntax = subItem.text();
                case ItemType.TRANSFER_SYNTAX -> transferSyntaxes.add(subItem.text());
                default -> subItem.rest();
            }
        }
        return new PresentationContextRQ(id, abstractSyntax, transferSyntaxes);
    }

    static PresentationContextAC answered(PduInput in) throws MalformedPduException {
        int id = oddId(in);
        in.skip(1);
        int result = in.u8();
        in.skip(1);
        String transferSyntax = "";
        while (in.hasMore()) {
            int type = in.u8();
            in.skip(1);
            PduInput subItem = in.counted();
            if (type == ItemType.TRANSFER_SYNTAX) {
                transferSyntax = subItem.text();
            }
        }
        return new PresentationContextAC(id, result, transferSyntax);
    }

    private static int oddId(PduInput in) throws MalformedPduException {
        int id = in.u8();
        if (id % 2 == 0) {
            throw MalformedPduException.invalidValue("Presentation context ID " + id + " is not odd");
        }
        return id;
    }
}
