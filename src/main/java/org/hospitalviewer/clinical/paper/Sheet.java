package org.hospitalviewer.clinical.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Image;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** A4 paper that is filled from top to bottom, page after page. Lengths are points, 1/72 inch. */
final class Sheet {

    static final float LEFT = 56;
    static final float WIDTH = PageSize.A4.getWidth() - 2 * LEFT;
    static final float TEXT = 10;
    private static final float SMALL = 8;
    private static final float HEADING = 11.5f;
    private static final float TOP = PageSize.A4.getHeight() - 48;
    private static final float BOTTOM = 70;
    private static final float FOOT = 40;
    private static final float LABEL_WIDTH = 130;
    private static final float GAP = 14;
    private static final float INDENT = 24;
    private static final float NAME = 11;
    private static final float SIGNATURE_WIDTH = 200;
    private static final float SIGNATURE_ROOM = 70;
    private static final float PICTURE_WIDTH = (WIDTH - GAP) / 2;
    private static final float TALLEST_PICTURE = 230;
    private static final float WATERMARK = 110;
    /** From corner to corner; a longer word is drawn smaller. */
    private static final float LONGEST_WATERMARK = 740;
    private static final Color PALE = new Color(0xE6E6E6);
    private static final Color GREY = new Color(0x555555);

    private final TextLayouts layouts;
    private final PaperWords words;
    private final Frame frame;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4);
    private final PdfWriter writer;
    private final PdfTemplate total;
    private float y;

    /**
     * What stands on every page.
     *
     * @param head   at the top, from the second page on
     * @param foot   at the bottom
     * @param behind large and pale behind the text; empty for nothing
     */
    record Frame(String head, String foot, String behind) {
    }

    Sheet(TextLayouts layouts, PaperWords words, String title, Frame frame) {
        this.layouts = layouts;
        this.words = words;
        this.frame = frame;
        writer = PdfWriter.getInstance(document, bytes);
        document.addTitle(title);
        document.addProducer();
        document.open();
        total = writer.getDirectContent().createTemplate(30, 2 * SMALL);
        beginPage();
    }

    private void beginPage() {
        y = TOP;
        writer.setPageEmpty(false);
        if (!frame.behind().isEmpty()) {
            drawBehind();
        }
        if (writer.getPageNumber() > 1) {
            text(frame.head(), SMALL, false, GREY);
            rule();
            space(GAP);
        }
    }

    private void drawBehind() {
        TextLine line = layouts.lines(frame.behind(), 2_000, WATERMARK, true).getFirst();
        PdfContentByte under = writer.getDirectContentUnder();
        under.saveState();
        under.setColorFill(PALE);
        float half = (float) Math.sqrt(0.5) * Math.min(1, LONGEST_WATERMARK / line.width());
        under.concatCTM(half, half, -half, half, PageSize.A4.getWidth() / 2, PageSize.A4.getHeight() / 2);
        TextDrawing.draw(under, line, -line.width() / 2, -WATERMARK / 3);
        under.restoreState();
    }

    private void endPage() {
        TextLine page = layouts.lines(words.say("paper.page", Integer.toString(writer.getPageNumber())) + " ", WIDTH,
                SMALL, false).getFirst();
        PdfContentByte canvas = writer.getDirectContent();
        canvas.setColorFill(GREY);
        float right = LEFT + WIDTH - 16;
        TextDrawing.draw(canvas, page, right - page.width(), FOOT);
        canvas.addTemplate(total, right + 2, FOOT - SMALL / 2);
        float down = FOOT;
        for (TextLine line : layouts.lines(frame.foot(), WIDTH - 100, SMALL, false)) {
            TextDrawing.draw(canvas, line, LEFT, down);
            down -= line.height();
        }
        canvas.setColorFill(Color.BLACK);
    }

    /** A new page unless there is room for so much. */
    void need(float height) {
        if (y - height < BOTTOM) {
            endPage();
            document.newPage();
            beginPage();
        }
    }

    void space(float height) {
        y -= height;
    }

    void text(String text) {
        text(text, TEXT, false, Color.BLACK);
    }

    void text(String text, float size, boolean bold, Color colour) {
        lines(layouts.lines(text, WIDTH, size, bold), LEFT, WIDTH, colour);
    }

    private void lines(List<TextLine> lines, float left, float width, Color colour) {
        for (TextLine line : lines) {
            need(line.height());
            y -= line.height();
            PdfContentByte page = writer.getDirectContent();
            page.setColorFill(colour);
            TextDrawing.draw(page, line, line.rightToLeft() ? left + width - line.width() : left, y);
            page.setColorFill(Color.BLACK);
        }
    }

    /** A heading is never the last line of a page. */
    void heading(String text) {
        need(4 * HEADING);
        space(HEADING);
        text(text, HEADING, true, Color.BLACK);
        space(2);
    }

    void rule() {
        space(5);
        line(LEFT, WIDTH);
        space(3);
    }

    private void line(float left, float width) {
        PdfContentByte page = writer.getDirectContent();
        page.setLineWidth(0.5f);
        page.setColorStroke(GREY);
        page.moveTo(left, y);
        page.lineTo(left + width, y);
        page.stroke();
    }

    /** A label and beside it what it stands for, which may have several lines. */
    void row(String label, String value) {
        List<TextLine> labels = layouts.lines(label, LABEL_WIDTH - GAP, TEXT, false);
        List<TextLine> values = layouts.lines(value, WIDTH - LABEL_WIDTH, TEXT, false);
        need(Math.max(labels.size(), Math.min(values.size(), 3)) * labels.getFirst().height());
        float start = y;
        lines(labels, LEFT, LABEL_WIDTH - GAP, GREY);
        float below = y;
        int page = writer.getPageNumber();
        y = start;
        lines(values, LEFT + LABEL_WIDTH, WIDTH - LABEL_WIDTH, Color.BLACK);
        y = page == writer.getPageNumber() ? Math.min(y, below) : y;
    }

    /** One of a numbered list: its name in bold, and below it what is said of it. */
    void numbered(int number, String name, String text) {
        List<TextLine> names = layouts.lines(name, WIDTH - INDENT, NAME, true);
        need(names.getFirst().height() * 3);
        space(GAP / 2);
        float start = y;
        lines(layouts.lines(number + ".", INDENT, NAME, true), LEFT, INDENT, Color.BLACK);
        y = start;
        indented(names);
        if (!text.isEmpty()) {
            indented(layouts.lines(text, WIDTH - INDENT, TEXT, false));
        }
    }

    /** Beside the number, whichever way it is read: at the other edge it would belong to none. */
    private void indented(List<TextLine> lines) {
        lines.forEach(line -> lines(List.of(line), LEFT + INDENT, line.width(), Color.BLACK));
    }

    /** Room for somebody's signature at the right, with the name below. */
    void signatureLine(String name) {
        List<TextLine> names = layouts.lines(name, SIGNATURE_WIDTH, TEXT, false);
        need(SIGNATURE_ROOM + names.size() * names.getFirst().height());
        space(SIGNATURE_ROOM);
        float left = LEFT + WIDTH - SIGNATURE_WIDTH;
        line(left, SIGNATURE_WIDTH);
        space(2);
        lines(names, left, SIGNATURE_WIDTH, Color.BLACK);
    }

    /** The logo at the right, and the letterhead's text beside it. */
    void letterhead(Letterhead letterhead) throws IOException {
        float below = letterhead.logo().length == 0 ? y : y - logo(Image.getInstance(letterhead.logo()));
        float room = letterhead.logo().length == 0 ? WIDTH : WIDTH - 190;
        if (!letterhead.clinic().isEmpty()) {
            lines(layouts.lines(letterhead.clinic(), room, 16, true), LEFT, room, Color.BLACK);
        }
        for (String line : List.of(letterhead.address(), letterhead.phone())) {
            if (!line.isEmpty()) {
                lines(layouts.lines(line, room, SMALL + 1, false), LEFT, room, GREY);
            }
        }
        if (y < TOP || below < TOP) {
            y = Math.min(y, below);
            rule();
        }
    }

    private float logo(Image logo) {
        logo.scaleToFit(170, 60);
        place(logo, LEFT + WIDTH - logo.getScaledWidth(), y - logo.getScaledHeight());
        return logo.getScaledHeight() + 4;
    }

    /** Two beside each other, each with its caption; the heading stands above the first ones. */
    void pictures(String heading, List<Illustration> pictures) throws IOException {
        for (int i = 0; i < pictures.size(); i += 2) {
            List<Illustration> pair = pictures.subList(i, Math.min(i + 2, pictures.size()));
            float height = 0;
            for (Illustration one : pair) {
                height = Math.max(height, height(one));
            }
            if (i == 0) {
                need(height + 3 * HEADING);
                heading(heading);
            }
            need(height);
            pair(pair);
        }
    }

    private void pair(List<Illustration> pair) throws IOException {
        float start = y;
        float lowest = y;
        for (int column = 0; column < pair.size(); column++) {
            y = start;
            picture(pair.get(column), LEFT + column * (PICTURE_WIDTH + GAP));
            lowest = Math.min(lowest, y);
        }
        y = lowest - GAP;
    }

    private float height(Illustration one) throws IOException {
        float captions = (float) layouts.lines(one.caption(), PICTURE_WIDTH, SMALL, false).stream()
                .mapToDouble(TextLine::height).sum();
        return captions + (one.jpeg().length == 0 ? 0 : scaled(one).getScaledHeight()) + GAP;
    }

    private static Image scaled(Illustration one) throws IOException {
        Image image = Image.getInstance(one.jpeg());
        image.scaleToFit(PICTURE_WIDTH, TALLEST_PICTURE);
        return image;
    }

    private void picture(Illustration one, float left) throws IOException {
        if (one.jpeg().length > 0) {
            Image image = scaled(one);
            place(image, left, y - image.getScaledHeight());
            y -= image.getScaledHeight() + 2;
        }
        for (TextLine line : layouts.lines(one.caption(), PICTURE_WIDTH, SMALL, false)) {
            y -= line.height();
            TextDrawing.draw(writer.getDirectContent(), line,
                    line.rightToLeft() ? left + PICTURE_WIDTH - line.width() : left, y);
        }
    }

    private void place(Image image, float left, float bottom) {
        image.setAbsolutePosition(left, bottom);
        writer.getDirectContent().addImage(image);
    }

    /** The finished PDF. */
    byte[] finish() {
        endPage();
        total.setColorFill(GREY);
        TextLine count = layouts.lines(Integer.toString(writer.getPageNumber()), WIDTH, SMALL, false).getFirst();
        TextDrawing.draw(total, count, 0, SMALL / 2);
        document.close();
        return bytes.toByteArray();
    }
}
