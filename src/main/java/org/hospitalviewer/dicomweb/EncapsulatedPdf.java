package org.hospitalviewer.dicomweb;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.archive.Content;
import org.hospitalviewer.archive.StoredInstance;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;

/** The document of an Encapsulated PDF object (PS3.3 A.45.1). */
final class EncapsulatedPdf {
    static final String MEDIA_TYPE = "application/pdf";
    private static final int ENCAPSULATED_DOCUMENT_LENGTH = Tag.of(0x0042, 0x0015);

    private EncapsulatedPdf() {
    }

    static boolean isOne(StoredInstance instance) {
        return instance.sopClassUid().equals(UID.EncapsulatedPDFStorage);
    }

    /** The document as it was before it became a value of even length; empty when there is none. */
    static Optional<Content> document(StoredInstance instance) throws IOException {
        Attributes header = instance.metadata();
        byte[] held = header.getBytes(Tag.EncapsulatedDocument);
        Optional<Content> whole = held != null
                ? Optional.of(new Content.Copied(held.length, out -> out.write(held)))
                : instance.bulkData(Tag.toString(Tag.EncapsulatedDocument)).map(List::getFirst);
        return whole.filter(content -> content.length() > 0).map(content -> cut(content, header));
    }

    private static Content cut(Content content, Attributes header) {
        double length = header.getDouble(ENCAPSULATED_DOCUMENT_LENGTH, content.length());
        boolean isPadded = length == content.length() - 1;
        return isPadded ? new Content.Copied(content.length() - 1,
                out -> content.transferTo(new AllButTheLast(out, content.length() - 1))) : content;
    }

    private static final class AllButTheLast extends OutputStream {
        private final OutputStream target;
        private long left;

        AllButTheLast(OutputStream target, long left) {
            this.target = target;
            this.left = left;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int count = (int) Math.min(length, left);
            target.write(bytes, offset, count);
            left -= count;
        }
    }
}
