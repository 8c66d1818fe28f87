package org.hospitalviewer.ui.admin.statistics;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A plain table: words on the left, figures on the right. */
final class FigureTable extends NativeTable {

    private final int words;
    private final NativeTableBody body = new NativeTableBody();

    /**
     * Makes an empty table.
     *
     * @param words number of columns that hold words; the others hold figures
     */
    FigureTable(List<String> heads, int words) {
        this.words = words;
        addClassName("figures");
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < heads.size(); i++) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heads.get(i));
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("figure", i >= words);
            row.add(cell);
        }
        NativeTableHeader head = new NativeTableHeader();
        head.add(row);
        add(head, body);
    }

    void add(List<String> texts) {
        NativeTableRow row = new NativeTableRow();
        for (int i = 0; i < texts.size(); i++) {
            NativeTableCell cell = new NativeTableCell(texts.get(i));
            cell.setClassName("figure", i >= words);
            row.add(cell);
        }
        body.add(row);
    }
}
