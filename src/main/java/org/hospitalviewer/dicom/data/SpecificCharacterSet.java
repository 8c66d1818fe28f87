package org.hospitalviewer.dicom.data;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decodes and encodes text by the terms of Specific Character Set (0008,0005) (PS3.3 C.12.1.1.2). Decoding never fails:
 * bytes that mean nothing become U+FFFD. Text that declares no character set, or one that nobody knows, is read as
 * UTF-8 if it is valid UTF-8 and as Latin-1 otherwise, as senders that forget to declare do either.
 */
public final class SpecificCharacterSet {
    /** ISO_IR 6, ASCII: what holds when nothing is declared. */
    public static final SpecificCharacterSet DEFAULT = new SpecificCharacterSet(List.of());
    public static final SpecificCharacterSet UTF_8 = new SpecificCharacterSet(List.of("ISO_IR 192"));

    private final List<String> terms;
    /** Charset of the first value; null for the default repertoire and unknown terms. */
    private final Charset charset;

    private SpecificCharacterSet(List<String> terms) {
        this.terms = terms;
        this.charset = terms.isEmpty() ? null : CharacterSetTerm.charset(terms.getFirst()).orElse(null);
    }

    /** The character set of defined terms as they stand in (0008,0005). */
    public static SpecificCharacterSet of(String... terms) {
        if (terms.length == 0 || terms.length == 1 && (terms[0].isEmpty() || terms[0].equals("ISO_IR 6"))) {
            return DEFAULT;
        }
        return terms.length == 1 && terms[0].equals("ISO_IR 192") ? UTF_8 : new SpecificCharacterSet(List.of(terms));
    }

    /** The text of a whole value, with backslashes between multiple values and padding still there. */
    public String decode(byte[] value) {
        return decode(value, 0, value.length);
    }

    String decode(byte[] value, int from, int to) {
        if (isAscii(value, from, to)) {
            return new String(value, from, to - from, StandardCharsets.ISO_8859_1);
        }
        if (CodeExtensions.present(value, from, to)) {
            return CodeExtensions.decode(value, from, to, baseCharset());
        }
        return charset == null ? guess(value, from, to) : new String(value, from, to - from, charset);
    }

    private Charset baseCharset() {
        return charset == null ? StandardCharsets.ISO_8859_1 : charset;
    }

    private static boolean isAscii(byte[] value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (value[i] < 0 || value[i] == CodeExtensions.ESC) {
                return false;
            }
        }
        return true;
    }

    private static String guess(byte[] value, int from, int to) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            return new String(value, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    /** The bytes of a text, or empty when this character set cannot express it; code extensions are not written. */
    public Optional<byte[]> encode(String text) {
        Charset target = charset == null ? StandardCharsets.US_ASCII : charset;
        try {
            ByteBuffer bytes = target.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] result = new byte[bytes.remaining()];
            bytes.get(result);
            return Optional.of(result);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The defined terms, empty for the default repertoire. */
    public List<String> terms() {
        return terms;
    }

    /** The terms of (0008,0005) that no standard knows, for a warning. */
    public List<String> unknownTerms() {
        List<String> unknown = new ArrayList<>();
        for (String term : terms) {
            if (!term.isEmpty() && CharacterSetTerm.charset(term).isEmpty()) {
                unknown.add(term);
            }
        }
        return unknown;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpecificCharacterSet that && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return terms.isEmpty() ? "ISO_IR 6" : String.join("\\", terms);
    }
}
