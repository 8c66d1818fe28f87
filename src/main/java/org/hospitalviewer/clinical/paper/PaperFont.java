package org.hospitalviewer.clinical.paper;

import java.awt.Font;
import org.openpdf.text.pdf.BaseFont;

/**
 * One font, as Java lays text out with it and as a PDF embeds it; both count its glyphs alike.
 *
 * @param layout in size 1
 */
record PaperFont(Font layout, BaseFont embedded) {

    boolean shows(int codePoint) {
        return layout.canDisplay(codePoint);
    }

    Font sized(float points) {
        return layout.deriveFont(points);
    }
}
