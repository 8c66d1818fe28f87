package org.hospitalviewer.clinical.paper;

import java.awt.font.GlyphVector;
import java.awt.geom.Point2D;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;

/** Draws lines of text into a PDF. */
final class TextDrawing {

    private static final PdfName SPAN = new PdfName("Span");
    private static final PdfName ACTUAL_TEXT = new PdfName("ActualText");
    /** Java's glyphs from here on are marks that nothing is shown for. */
    private static final int INVISIBLE = 0xFFFE;
    private static final double POINTS_THAT_NOBODY_SEES = 0.01;

    private TextDrawing() {
    }

    /**
     * Draws a line.
     *
     * @param x left end of the line, points from the left edge of the page
     * @param y of the line that letters stand on, points from its lower edge
     */
    static void draw(PdfContentByte page, TextLine line, float x, float y) {
        float left = x;
        for (TextLine.Piece piece : line.pieces()) {
            draw(page, piece, line.size(), left, y);
            left += piece.width();
        }
    }

    /**
     * The text goes along, since shaped glyphs alone do not tell which letters they were. Readers expect it in the order in
     * which the glyphs stand, so what is read from right to left gets its text letter by letter.
     */
    private static void draw(PdfContentByte page, TextLine.Piece piece, float size, float x, float y) {
        int count = piece.glyphs().getNumGlyphs();
        if (!piece.rightToLeft()) {
            span(page, piece, piece.text(), 0, count, size, x, y);
            return;
        }
        for (int from = 0; from < count;) {
            int letter = piece.glyphs().getGlyphCharIndex(from);
            int until = from + 1;
            while (until < count && piece.glyphs().getGlyphCharIndex(until) == letter) {
                until++;
            }
            int next = from == 0 ? piece.text().length() : piece.glyphs().getGlyphCharIndex(from - 1);
            letter(page, piece, piece.text().substring(letter, Math.max(letter, next)), from, until, size, x, y);
            from = until;
        }
    }

    /** Dots and other marks come without text: a reader takes the place of the last glyph for the end of the letter. */
    private static void letter(PdfContentByte page, TextLine.Piece piece, String means, int from, int until, float size,
                               float x, float y) {
        int body = from;
        for (int at = from; at < until; at++) {
            body = advance(piece.glyphs(), at) > advance(piece.glyphs(), body) ? at : body;
        }
        for (int at = from; at < until; at++) {
            span(page, piece, at == body ? means : "", at, at + 1, size, x, y);
        }
    }

    private static double advance(GlyphVector glyphs, int at) {
        return glyphs.getGlyphMetrics(at).getAdvanceX();
    }

    private static void span(PdfContentByte page, TextLine.Piece piece, String means, int from, int until, float size,
                             float x, float y) {
        PdfDictionary text = new PdfDictionary();
        text.put(ACTUAL_TEXT, new PdfString(means, PdfObject.TEXT_UNICODE));
        page.beginMarkedContentSequence(SPAN, text, true);
        page.beginText();
        page.setFontAndSize(piece.font().embedded(), size);
        GlyphVector glyphs = piece.glyphs();
        for (int at = from; at < until;) {
            int end = Math.min(until, endOfStretch(glyphs, at));
            Point2D place = glyphs.getGlyphPosition(at);
            page.setTextMatrix(x + (float) place.getX(), y - (float) place.getY());
            if (glyphs.getGlyphCode(at) < INVISIBLE) {
                page.showText(glyphs, at, end);
            }
            at = end;
        }
        page.endText();
        page.endMarkedContentSequence();
    }

    /** As far as each glyph stands where the one before it ends. */
    private static int endOfStretch(GlyphVector glyphs, int from) {
        int at = from + 1;
        while (at < glyphs.getNumGlyphs() && glyphs.getGlyphCode(at) < INVISIBLE
                && glyphs.getGlyphCode(at - 1) < INVISIBLE) {
            Point2D before = glyphs.getGlyphPosition(at - 1);
            Point2D place = glyphs.getGlyphPosition(at);
            double expected = before.getX() + glyphs.getGlyphMetrics(at - 1).getAdvanceX();
            if (Math.abs(place.getX() - expected) > POINTS_THAT_NOBODY_SEES
                    || Math.abs(place.getY() - before.getY()) > POINTS_THAT_NOBODY_SEES) {
                break;
            }
            at++;
        }
        return at;
    }
}
