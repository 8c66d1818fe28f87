package org.hospitalviewer.dicom.net.pdu;

/**
 * Answer to one proposed presentation context (PS3.8 9.3.3.2).
 *
 * @param id             ID of the proposal
 * @param result         code of Table 9-18
 * @param transferSyntax UID of the one transfer syntax in use; without meaning unless accepted
 */
public record PresentationContextAC(int id, int result, String transferSyntax) {
    public static final int ACCEPTANCE = 0;
    public static final int USER_REJECTION = 1;
    public static final int PROVIDER_REJECTION = 2;
    public static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
    public static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;

    public boolean isAccepted() {
        return result == ACCEPTANCE;
    }
}
