package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.appliance.device.Device;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.transfer.StudyTransfers;
import org.hospitalviewer.ui.transfer.TransfersView;
import org.springframework.stereotype.Component;

/** Sends a study to a device that the administrator has named. */
@Component
final class SendStudy implements StudyAction {

    private final StudyTransfers transfers;
    private final Devices devices;

    SendStudy(StudyTransfers transfers, Devices devices) {
        this.transfers = transfers;
        this.devices = devices;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String label() {
        return "study.send";
    }

    @Override
    public VaadinIcon icon() {
        return VaadinIcon.PAPERPLANE;
    }

    @Override
    public boolean isOffered() {
        return Account.current().may(Action.SEND_STUDIES);
    }

    @Override
    public void begin(StudyRow study) {
        UI ui = UI.getCurrent();
        List<Device> targets = devices.all().stream().filter(device -> device.known() && device.listens()).toList();
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(ui.getTranslation("study.send.title"));
        dialog.getFooter().add(new Button(ui.getTranslation("admin.cancel"), _ -> dialog.close()));
        if (targets.isEmpty()) {
            dialog.add(new Paragraph(ui.getTranslation("study.send.none")));
        } else {
            dialog.add(new Paragraph(ui.getTranslation("study.send.sentence", study.patient(), study.summary(),
                    study.instanceCount())));
            Select<Device> choice = choice(ui, targets);
            Button send = new Button(ui.getTranslation("study.send.confirm"), VaadinIcon.PAPERPLANE.create(), _ -> {
                dialog.close();
                transfers.send(study.studyInstanceUid(), choice.getValue());
                ui.navigate(TransfersView.class);
            });
            send.addThemeVariants(ButtonVariant.PRIMARY);
            dialog.add(choice);
            dialog.getFooter().add(send);
        }
        dialog.open();
    }

    private static Select<Device> choice(UI ui, List<Device> targets) {
        Select<Device> choice = new Select<>();
        choice.setLabel(ui.getTranslation("study.send.device"));
        choice.setItems(targets);
        choice.setItemLabelGenerator(device -> device.name().isBlank() ? device.aeTitle()
                : device.name() + " (" + device.aeTitle() + ")");
        choice.setValue(targets.getFirst());
        choice.setWidthFull();
        return choice;
    }
}
