package org.hospitalviewer.clinical.paper;

import java.awt.font.GlyphVector;
import java.util.List;

/**
 * One line of text, ready to be drawn.
 *
 * @param pieces      from left to right
 * @param width       points
 * @param size        of the letters, points
 * @param rightToLeft whether its paragraph is written so, and begins at the right
 */
record TextLine(List<Piece> pieces, float width, float size, boolean rightToLeft) {

    /** From one line to the next, as a part of the size; room for the marks of Thai and Devanagari. */
    private static final float LEADING = 1.45f;

    /**
     * A run of one font and direction.
     *
     * @param glyphs      from left to right
     * @param text        what they stand for, in the order of reading
     * @param rightToLeft whether it is read so
     * @param width       points
     */
    record Piece(PaperFont font, GlyphVector glyphs, String text, boolean rightToLeft, float width) {
    }

    float height() {
        return size * LEADING;
    }
}
