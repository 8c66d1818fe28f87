package org.hospitalviewer.dicom.net;

/**
 * A presentation context both sides agreed on (PS3.8 7.1.1.14).
 *
 * @param id             odd, 1 to 255
 * @param abstractSyntax SOP class UID
 * @param transferSyntax UID of the one transfer syntax in use
 */
public record PresentationContext(int id, String abstractSyntax, String transferSyntax) {
}
