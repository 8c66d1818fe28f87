package org.hospitalviewer.dicom.data;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as DS: at most 16 characters, as exact as these allow (PS3.5 6.2). */
public final class DecimalString {
    private static final int MAX_CHARACTERS = 16;

    private DecimalString() {
    }

    /** The DS of a finite number. */
    public static String of(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A DS cannot hold " + value);
        }
        BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
        for (int digits = Math.min(exact.precision(), MAX_CHARACTERS); digits > 0; digits--) {
            BigDecimal rounded = exact.round(new MathContext(digits)).stripTrailingZeros();
            String plain = rounded.toPlainString();
            String text = plain.length() <= MAX_CHARACTERS ? plain : rounded.toString();
            if (text.length() <= MAX_CHARACTERS) {
                return text;
            }
        }
        throw new IllegalStateException("One digit and an exponent always fit");
    }
}
