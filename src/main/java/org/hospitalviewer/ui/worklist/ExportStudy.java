package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.transfer.StudyTransfers;
import org.hospitalviewer.ui.transfer.TransfersView;
import org.springframework.stereotype.Component;

/** Takes a study away as a ZIP: at once, or made in the background and fetched later. */
@Component
final class ExportStudy implements StudyAction {

    private final StudyTransfers transfers;

    ExportStudy(StudyTransfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String label() {
        return "study.export";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.DOWNLOAD;
    }

    @Override
    public boolean isOffered() {
        return Account.current().may(Action.EXPORT_IMAGES);
    }

    @Override
    public void begin(StudyRow study) {
        UI ui = UI.getCurrent();
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(ui.getTranslation("study.export.title"));
        dialog.add(new Paragraph(ui.getTranslation("study.export.sentence", study.patient(), study.summary(),
                study.instanceCount())));
        Anchor download = new Anchor("api/studies/" + study.studyInstanceUid() + "/zip",
                ui.getTranslation("study.export.now"));
        download.setRouterIgnore(true);
        download.getElement().setAttribute("download", true);
        download.getElement().addEventListener("click", _ -> dialog.close());
        download.addClassName("button-link");
        Button later = new Button(ui.getTranslation("study.export.later"), _ -> {
            dialog.close();
            transfers.export(study.studyInstanceUid());
            ui.navigate(TransfersView.class);
        });
        later.addThemeVariants(ButtonVariant.TERTIARY);
        dialog.getFooter().add(new Button(ui.getTranslation("admin.cancel"), _ -> dialog.close()), later, download);
        dialog.open();
    }
}
