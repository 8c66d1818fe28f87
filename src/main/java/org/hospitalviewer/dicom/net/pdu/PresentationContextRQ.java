package org.hospitalviewer.dicom.net.pdu;

import java.util.List;

/**
 * A proposed presentation context (PS3.8 9.3.2.2).
 *
 * @param id               odd, 1 to 255
 * @param abstractSyntax   SOP class UID
 * @param transferSyntaxes UIDs in the order of the proposal
 */
public record PresentationContextRQ(int id, String abstractSyntax, List<String> transferSyntaxes) {

    public PresentationContextRQ {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }
}
