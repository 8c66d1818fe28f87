package org.hospitalviewer.ui.admin.devices;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.appliance.device.Device;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.node.EchoTest;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scanners and other programs that speak DICOM with the appliance: named ones, and strangers to be named. */
@Route(value = "admin/devices", layout = AdminLayout.class)
@Requires(Action.MANAGE_DEVICES)
public class DevicesView extends Div implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(DevicesView.class);

    private final Devices devices;
    private final Settings settings;
    private final EchoTest echo;
    private final Div lists = new Div();
    private Runnable subscription = () -> { };

    DevicesView(Devices devices, Settings settings, EchoTest echo) {
        this.devices = devices;
        this.settings = settings;
        this.echo = echo;
        addClassName("admin-page");
        Button add = new Button(getTranslation("admin.devices.add"), VaadinIcon.PLUS.create(),
                _ -> DeviceDialog.forNew(devices, this::refresh).open());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        AdminHeading heading = new AdminHeading(getTranslation("admin.devices.title"),
                getTranslation("admin.devices.sentence"));
        Div head = new Div(heading, add);
        head.addClassName("admin-head");
        add(head, lists);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.devices.title");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        subscription = devices.subscribe(() -> push(ui));
        refresh();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        subscription.run();
    }

    private void push(UI ui) {
        try {
            ui.access(this::refresh);
        } catch (UIDetachedException e) {
            LOG.debug("The screen was closed before its update", e);
        }
    }

    private void refresh() {
        lists.removeAll();
        List<Device> all = devices.all();
        List<Device> strangers = all.stream().filter(device -> !device.known()).toList();
        if (!strangers.isEmpty()) {
            String rule = settings.current().knownDevicesOnly() ? "admin.devices.unknown.refused"
                    : "admin.devices.unknown.taken";
            lists.add(new H2(getTranslation("admin.devices.unknown")), quiet(getTranslation(rule)), list(strangers),
                    new H2(getTranslation("admin.devices.known")));
        }
        List<Device> known = all.stream().filter(Device::known).toList();
        lists.add(known.isEmpty() ? quiet(getTranslation("admin.devices.none")) : list(known));
    }

    private static Paragraph quiet(String sentence) {
        Paragraph paragraph = new Paragraph(sentence);
        paragraph.addClassName("quiet");
        return paragraph;
    }

    private UnorderedList list(List<Device> shown) {
        UnorderedList list = new UnorderedList();
        list.addClassName("admin-list");
        shown.forEach(device -> list.add(new DeviceItem(device, devices, echo, this::refresh)));
        return list;
    }
}
