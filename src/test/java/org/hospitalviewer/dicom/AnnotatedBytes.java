package org.hospitalviewer.dicom;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Fixtures as bytes with their meaning: each line starts with hex pairs, two spaces end them, the rest is a remark. */
public final class AnnotatedBytes {
    private AnnotatedBytes() {
    }

    public static byte[] hex(String annotated) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String line : annotated.strip().split("\n")) {
            String pairs = line.strip().split(" {2}", 2)[0];
            bytes.writeBytes(HexFormat.of().parseHex(pairs.replace(" ", "")));
        }
        return bytes.toByteArray();
    }
}
