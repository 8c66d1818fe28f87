package org.hospitalviewer.ui.admin.devices;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hospitalviewer.appliance.device.Device;
import org.hospitalviewer.appliance.device.DeviceEntry;
import org.hospitalviewer.appliance.device.DeviceProblem;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.appliance.device.InvalidDeviceException;

/** Name, address and rights of one device. */
final class DeviceDialog extends Dialog {

    private static final int MAX_PORT = 65_535;

    private final TextField name = new TextField(getTranslation("admin.device.name"));
    private final TextField aeTitle = new TextField(getTranslation("admin.device.aetitle"));
    private final TextField host = new TextField(getTranslation("admin.device.host"));
    private final IntegerField port = new IntegerField(getTranslation("admin.device.port"));
    private final Checkbox mayStore = new Checkbox(getTranslation("admin.device.may.store"), true);
    private final Checkbox mayQuery = new Checkbox(getTranslation("admin.device.may.query"));
    private final Checkbox mayRetrieve = new Checkbox(getTranslation("admin.device.may.retrieve"));
    private final Checkbox mayWorklist = new Checkbox(getTranslation("admin.device.may.worklist"));

    private DeviceDialog(String title, Consumer<DeviceEntry> keep, Runnable refresh) {
        setHeaderTitle(title);
        name.setHelperText(getTranslation("admin.device.name.help"));
        aeTitle.setHelperText(getTranslation("admin.device.aetitle.help"));
        aeTitle.setRequiredIndicatorVisible(true);
        host.setHelperText(getTranslation("admin.device.host.help"));
        port.setMin(1);
        port.setMax(MAX_PORT);
        port.setI18n(new IntegerField.IntegerFieldI18n().setMinErrorMessage(problem(DeviceProblem.PORT))
                .setMaxErrorMessage(problem(DeviceProblem.PORT)).setBadInputErrorMessage(problem(DeviceProblem.PORT)));
        Div fields = new Div(name, aeTitle, host, port, mayStore, mayQuery, mayRetrieve, mayWorklist);
        fields.addClassName("admin-form");
        add(fields);
        Button save = new Button(getTranslation("admin.save"), _ -> save(keep, refresh));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("admin.cancel"), _ -> close()), save);
    }

    /** @param refresh called after the device is kept */
    static DeviceDialog forNew(Devices devices, Runnable refresh) {
        DeviceDialog dialog = new DeviceDialog("", devices::add, refresh);
        dialog.setHeaderTitle(dialog.getTranslation("admin.devices.add"));
        return dialog;
    }

    static DeviceDialog forPresent(Device device, Devices devices, Runnable refresh) {
        DeviceDialog dialog = new DeviceDialog(device.aeTitle(), entry -> devices.change(device.id(), entry), refresh);
        dialog.fill(device);
        return dialog;
    }

    private void fill(Device device) {
        name.setValue(device.name());
        aeTitle.setValue(device.aeTitle());
        host.setValue(device.host());
        host.setPlaceholder(device.lastAddress());
        port.setValue(device.port());
        mayStore.setValue(device.mayStore());
        mayQuery.setValue(device.mayQuery());
        mayRetrieve.setValue(device.mayRetrieve());
        mayWorklist.setValue(device.mayWorklist());
    }

    private void save(Consumer<DeviceEntry> keep, Runnable refresh) {
        Stream.<HasValidation>of(name, aeTitle, host).forEach(field -> field.setInvalid(false));
        if (port.isInvalid()) {
            return;
        }
        try {
            keep.accept(new DeviceEntry(aeTitle.getValue(), name.getValue(), host.getValue(), port.getValue(),
                    mayStore.getValue(), mayQuery.getValue(), mayRetrieve.getValue(), mayWorklist.getValue()));
            close();
            refresh.run();
        } catch (InvalidDeviceException e) {
            show(e.problem());
        }
    }

    private void show(DeviceProblem problem) {
        HasValidation field = switch (problem) {
            case AE_TITLE, AE_TITLE_TAKEN -> aeTitle;
            case NAME -> name;
            case HOST -> host;
            case PORT -> port;
        };
        field.setErrorMessage(problem(problem));
        field.setInvalid(true);
    }

    private String problem(DeviceProblem problem) {
        return getTranslation("admin.device.problem." + problem);
    }
}
