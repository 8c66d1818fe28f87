package org.hospitalviewer.ui.admin.devices;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.appliance.device.Device;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.node.EchoTest;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.hospitalviewer.ui.admin.LiveUpdate;

/** Scanners and other programs that speak DICOM with the appliance: named ones, and strangers to be named. */
@Route(value = "admin/devices", layout = AdminLayout.class)
@Requires(Action.MANAGE_DEVICES)
public class DevicesView extends Div implements HasDynamicTitle {

    private final Devices devices;
    private final Settings settings;
    private final EchoTest echo;
    private final Div lists = new Div();
    private final Map<Long, EchoTest.Result> answers = new HashMap<>();
    private final Map<Long, Drawn> drawn = new HashMap<>();

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
        LiveUpdate.follow(this, List.of(devices::subscribe), this::refresh);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.devices.title");
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
        shown.forEach(device -> list.add(item(device)));
        return list;
    }

    /** The one that is there where nothing of it has changed: somebody may be pressing a button of it. */
    private DeviceItem item(Device device) {
        EchoTest.Result answer = answers.get(device.id());
        Drawn before = drawn.get(device.id());
        if (before != null && before.answer == answer && before.device.equals(device)) {
            return before.item;
        }
        DeviceItem item = new DeviceItem(device, devices, echo, answers, this::refresh);
        drawn.put(device.id(), new Drawn(device, answer, item));
        return item;
    }

    private record Drawn(Device device, EchoTest.Result answer, DeviceItem item) {
    }
}
