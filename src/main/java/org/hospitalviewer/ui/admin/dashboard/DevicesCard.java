package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.appliance.device.Device;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.ui.admin.Readable;
import org.hospitalviewer.ui.admin.devices.DevicesView;

/** Who sends images, and who called last. */
final class DevicesCard extends FactCard {

    private final Devices devices;

    DevicesCard(Devices devices) {
        super(UI.getCurrent().getTranslation("admin.devices.title"));
        this.devices = devices;
        leadTo(DevicesView.class, getTranslation("admin.dashboard.devices.open"));
    }

    void draw() {
        List<Device> all = devices.all();
        long strangers = all.stream().filter(device -> !device.known()).count();
        Optional<Device> last = all.stream().filter(device -> device.lastSeen() != null)
                .max(Comparator.comparing(Device::lastSeen));
        put(getTranslation("admin.devices.known"), String.valueOf(all.size() - strangers));
        put(getTranslation("admin.devices.unknown"), String.valueOf(strangers), strangers > 0 ? "state-warning" : "");
        put(getTranslation("admin.dashboard.devices.last"), last.map(this::text).orElse("–"));
    }

    private String text(Device device) {
        Instant seen = device.lastSeen();
        return (device.name().isBlank() ? device.aeTitle() : device.name()) + ", "
                + Readable.moment(seen, UI.getCurrent().getLocale());
    }
}
