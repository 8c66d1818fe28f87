package org.hospitalviewer.dicom.io;

import java.util.Optional;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.TransferSyntax;
import org.hospitalviewer.dicom.data.VR;

/**
 * File meta information (PS3.10 7.1).
 *
 * @param attributes the elements of group 0002; Transfer Syntax UID is always there, guessed from the bytes where the
 *                   file did not say
 */
public record FileMeta(Attributes attributes) {
    /** Identifies this implementation, PS3.7 D.3.3.2; derived from a UUID (PS3.5 B.2). */
    public static final String IMPLEMENTATION_CLASS_UID = "2.25.248466725231128043885830741703068896587";
    /** At most 16 characters (PS3.7 D.3.3.2). */
    public static final String IMPLEMENTATION_VERSION_NAME = "HOSPITALVIEWER1";

    /** Meta information for an object that this program writes. */
    public static FileMeta of(String sopClassUid, String sopInstanceUid, String transferSyntaxUid) {
        Attributes meta = new Attributes();
        meta.setBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1});
        meta.setString(Tag.MediaStorageSOPClassUID, VR.UI, sopClassUid);
        meta.setString(Tag.MediaStorageSOPInstanceUID, VR.UI, sopInstanceUid);
        meta.setString(Tag.TransferSyntaxUID, VR.UI, transferSyntaxUid);
        meta.setString(Tag.ImplementationClassUID, VR.UI, IMPLEMENTATION_CLASS_UID);
        meta.setString(Tag.ImplementationVersionName, VR.SH, IMPLEMENTATION_VERSION_NAME);
        return new FileMeta(meta);
    }

    /** The same with the AE title of who sent the object, at most 16 characters. */
    public FileMeta withSourceAeTitle(String aeTitle) {
        Attributes meta = new Attributes();
        meta.addAll(attributes);
        meta.setString(Tag.SourceApplicationEntityTitle, VR.AE, aeTitle);
        return new FileMeta(meta);
    }

    public String transferSyntaxUid() {
        return attributes.getString(Tag.TransferSyntaxUID);
    }

    public TransferSyntax transferSyntax() {
        return TransferSyntax.of(transferSyntaxUid());
    }

    public Optional<String> mediaStorageSopClassUid() {
        return Optional.ofNullable(attributes.getString(Tag.MediaStorageSOPClassUID));
    }

    public Optional<String> mediaStorageSopInstanceUid() {
        return Optional.ofNullable(attributes.getString(Tag.MediaStorageSOPInstanceUID));
    }

    public Optional<String> sourceAeTitle() {
        return Optional.ofNullable(attributes.getString(Tag.SourceApplicationEntityTitle));
    }
}
