package org.hospitalviewer.ui.transfer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.transfer.StudyTransfer;
import org.hospitalviewer.transfer.StudyTransfers;
import org.hospitalviewer.ui.MainLayout;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.LiveUpdate;

/** Studies on their way to devices, and files of studies to be fetched. */
@Route(value = "transfers", layout = MainLayout.class)
@Requires(Action.EXPORT_IMAGES)
public class TransfersView extends Div implements HasDynamicTitle {

    private final StudyTransfers transfers;
    private final Div list = new Div();

    TransfersView(StudyTransfers transfers) {
        this.transfers = transfers;
        addClassNames("admin-page", "transfers");
        add(new AdminHeading(getTranslation("transfer.title"), getTranslation("transfer.sentence")), list);
        LiveUpdate.follow(this, List.of(transfers::subscribe), this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("transfer.title");
    }

    private void refresh() {
        list.removeAll();
        List<StudyTransfer> newest = transfers.newest();
        if (newest.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("transfer.none"));
            none.addClassName("quiet");
            list.add(none);
            return;
        }
        UnorderedList items = new UnorderedList();
        items.addClassName("admin-list");
        newest.forEach(transfer -> items.add(new TransferItem(transfer, transfers, this::refresh)));
        list.add(items);
    }
}
