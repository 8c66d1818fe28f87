package org.hospitalviewer.dicom.image;

import java.io.IOException;

/** An image that is not shown, with a sentence for the person who wanted to see it. */
public final class UndecodableImageException extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** What is the matter. */
    public enum Reason {
        /** The object has no pixels. */
        NO_IMAGE,
        /** Nobody here knows this encoding. */
        UNSUPPORTED,
        /** Header and pixel data do not fit together, or the compressed data is broken or cut short. */
        DAMAGED,
        /** More pixels than the memory of a small computer holds, or far more than the bytes can stand for. */
        TOO_LARGE
    }

    private UndecodableImageException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public static UndecodableImageException noImage() {
        return new UndecodableImageException(Reason.NO_IMAGE, "This object has no pixel data.", null);
    }

    public static UndecodableImageException unsupported(String sentence) {
        return new UndecodableImageException(Reason.UNSUPPORTED, sentence, null);
    }

    public static UndecodableImageException damaged(String sentence) {
        return new UndecodableImageException(Reason.DAMAGED, sentence, null);
    }

    public static UndecodableImageException damaged(String sentence, Throwable cause) {
        return new UndecodableImageException(Reason.DAMAGED, sentence, cause);
    }

    public static UndecodableImageException tooLarge(String sentence) {
        return new UndecodableImageException(Reason.TOO_LARGE, sentence, null);
    }

    public Reason reason() {
        return reason;
    }
}
