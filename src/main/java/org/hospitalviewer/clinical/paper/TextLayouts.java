package org.hospitalviewer.clinical.paper;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.lang.Character.UnicodeScript;
import java.text.AttributedString;
import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Breaks text into lines and chooses the glyphs, whatever script it is written in. Whoever makes a PDF holds the lock of this
 * object meanwhile: the fonts are read while it is made, each by a single reader.
 */
@Component
class TextLayouts {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final String TAB = "    ";

    private final PaperFonts fonts;

    TextLayouts(PaperFonts fonts) {
        this.fonts = fonts;
    }

    /** Part of a paragraph that one font shows; until is where the next one begins. */
    private record Run(int from, int until, PaperFont font) {
    }

    /**
     * The lines of a text whose paragraphs are divided by line feeds.
     *
     * @param width room for a line, points
     * @param size  of the letters, points
     */
    List<TextLine> lines(String text, float width, float size, boolean bold) {
        List<TextLine> lines = new ArrayList<>();
        for (String paragraph : text.replace("\t", TAB).split("\n", -1)) {
            if (paragraph.isBlank()) {
                lines.add(new TextLine(List.of(), 0, size, false));
            } else {
                addLines(paragraph, width, size, bold, lines);
            }
        }
        return lines;
    }

    private void addLines(String paragraph, float width, float size, boolean bold, List<TextLine> lines) {
        List<Run> runs = runs(paragraph, bold);
        AttributedString styled = new AttributedString(paragraph);
        runs.forEach(run -> styled.addAttribute(TextAttribute.FONT, run.font().sized(size), run.from(), run.until()));
        LineBreakMeasurer breaks = new LineBreakMeasurer(styled.getIterator(),
                BreakIterator.getLineInstance(Locale.ROOT), EXACT);
        Bidi directions = new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        while (breaks.getPosition() < paragraph.length()) {
            int from = breaks.getPosition();
            breaks.nextLayout(width);
            lines.add(line(paragraph, from, withoutSpace(paragraph, from, breaks.getPosition()), runs, directions, size));
        }
    }

    private static int withoutSpace(String text, int from, int until) {
        int end = until;
        while (end > from + 1 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private List<Run> runs(String text, boolean bold) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        PaperFont font = null;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int letter = text.codePointAt(at);
            if (font != null && staysWith(font, letter)) {
                continue;
            }
            PaperFont needed = fonts.of(letter, bold);
            if (font != null && needed != font) {
                runs.add(new Run(from, at, font));
                from = at;
            }
            font = needed;
        }
        runs.add(new Run(from, text.length(), font));
        return runs;
    }

    /** Spaces, digits, punctuation and marks belong to the letters before them; what is not seen needs no font. */
    private static boolean staysWith(PaperFont font, int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        boolean neutral = script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
        return Character.getType(letter) == Character.FORMAT || neutral && font.shows(letter);
    }

    private static TextLine line(String text, int from, int until, List<Run> runs, Bidi directions, float size) {
        Bidi line = directions.createLineBidi(from, until);
        int count = line.getRunCount();
        byte[] levels = new byte[count];
        Integer[] order = new Integer[count];
        for (int i = 0; i < count; i++) {
            levels[i] = (byte) line.getRunLevel(i);
            order[i] = i;
        }
        Bidi.reorderVisually(levels, 0, order, 0, count);
        List<TextLine.Piece> pieces = new ArrayList<>();
        for (int run : order) {
            List<TextLine.Piece> directed = pieces(text, from + line.getRunStart(run), from + line.getRunLimit(run), runs,
                    line.getRunLevel(run) % 2 == 1, size);
            pieces.addAll(directed);
        }
        float width = (float) pieces.stream().mapToDouble(TextLine.Piece::width).sum();
        return new TextLine(List.copyOf(pieces), width, size, !directions.baseIsLeftToRight());
    }

    /** The pieces of one direction, from left to right. */
    private static List<TextLine.Piece> pieces(String text, int from, int until, List<Run> runs, boolean rightToLeft,
                                               float size) {
        List<TextLine.Piece> pieces = new ArrayList<>();
        for (Run run : runs) {
            int start = Math.max(from, run.from());
            int end = Math.min(until, run.until());
            if (start < end) {
                TextLine.Piece piece = piece(text, start, end, run.font(), rightToLeft, size);
                pieces.add(rightToLeft ? 0 : pieces.size(), piece);
            }
        }
        return pieces;
    }

    private static TextLine.Piece piece(String text, int from, int until, PaperFont font, boolean rightToLeft,
                                        float size) {
        GlyphVector glyphs = font.sized(size).layoutGlyphVector(EXACT, text.toCharArray(), from, until,
                rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        float width = (float) glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
        return new TextLine.Piece(font, glyphs, text.substring(from, until), rightToLeft, width);
    }
}
