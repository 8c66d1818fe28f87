package org.hospitalviewer.dicomweb;

import org.hospitalviewer.dicom.data.TransferSyntax;

/** Media types of single frames: by their compression, and plain bytes for all (PS3.18 8.7.3.3). */
final class FrameMediaType {

    static final String BYTES = "application/octet-stream";

    private FrameMediaType() {
    }

    /** The type that names the compression of a transfer syntax; plain bytes where there is none or no name for it. */
    static String of(String transferSyntaxUid) {
        if (!TransferSyntax.of(transferSyntaxUid).encapsulated()) {
            return BYTES;
        }
        return switch (transferSyntaxUid) {
            case "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.57",
                 "1.2.840.10008.1.2.4.70" -> "image/jpeg";
            case "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81" -> "image/jls";
            case "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91" -> "image/jp2";
            case "1.2.840.10008.1.2.4.92", "1.2.840.10008.1.2.4.93" -> "image/jpx";
            case "1.2.840.10008.1.2.4.110", "1.2.840.10008.1.2.4.111", "1.2.840.10008.1.2.4.112" -> "image/jxl";
            case "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203" -> "image/jphc";
            case "1.2.840.10008.1.2.5" -> "image/dicom-rle";
            default -> BYTES;
        };
    }
}
