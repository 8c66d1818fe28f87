package org.hospitalviewer.dicom.image.render;

import java.util.Arrays;
import java.util.Locale;

/** A drawn picture for objects that are no images: the letters of the modality, made without fonts of the system. */
public final class Icon {
    private static final int GLYPH_WIDTH = 5;
    private static final int GLYPH_HEIGHT = 7;
    private static final int MAX_LETTERS = 4;
    private static final byte PAPER = (byte) 0x2A;
    private static final byte INK = (byte) 0xC8;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    /** Seven rows of five dots for each letter; the leftmost dot is the highest of five bits, in base 32. */
    private static final String DOTS = "4ahhvhh uhhuhhu ehgggpe uhhhhhu vgguggv vggqggg ehgnhhf hhhvhhh e44444e "
            + "711119e hikokih ggggggv hrllhhh hpplljh ehhhhhe uhhuggg ehhhlif uhhukih "
            + "fggee1u v444444 hhhhhhe hhhhha4 hhhllla hha4ahh hha4444 v1248gv ehjlphe "
            + "4c4444e eh1248v v1261he 26aiv22 vgu11he 68guhhe v124888 ehhehhe ehhf12c";

    private Icon() {
    }

    /**
     * Draws letters on a dark square.
     *
     * @param side pixels
     * @param text letters and digits; others are left out, and all but the first four
     */
    public static Picture of(int side, String text) {
        String shown = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        shown = shown.substring(0, Math.min(MAX_LETTERS, shown.length()));
        byte[] bytes = new byte[side * side];
        Arrays.fill(bytes, PAPER);
        int dots = Math.max(3, shown.length()) * (GLYPH_WIDTH + 1) - 1;
        int dot = Math.max(1, side * 7 / 10 / dots);
        int left = (side - (shown.length() * (GLYPH_WIDTH + 1) - 1) * dot) / 2;
        int top = (side - GLYPH_HEIGHT * dot) / 2;
        for (int i = 0; i < shown.length(); i++) {
            draw(bytes, side, LETTERS.indexOf(shown.charAt(i)), left + i * (GLYPH_WIDTH + 1) * dot, top, dot);
        }
        return new Picture(side, side, 1, bytes);
    }

    private static void draw(byte[] bytes, int side, int glyph, int left, int top, int dot) {
        for (int row = 0; row < GLYPH_HEIGHT; row++) {
            int dots = Character.digit(DOTS.charAt(glyph * (GLYPH_HEIGHT + 1) + row), 32);
            for (int column = 0; column < GLYPH_WIDTH; column++) {
                if ((dots >> GLYPH_WIDTH - 1 - column & 1) == 1) {
                    fill(bytes, side, left + column * dot, top + row * dot, dot);
                }
            }
        }
    }

    private static void fill(byte[] bytes, int side, int left, int top, int dot) {
        for (int y = Math.max(0, top); y < Math.min(side, top + dot); y++) {
            Arrays.fill(bytes, y * side + Math.clamp(left, 0, side), y * side + Math.clamp(left + dot, 0, side), INK);
        }
    }
}
