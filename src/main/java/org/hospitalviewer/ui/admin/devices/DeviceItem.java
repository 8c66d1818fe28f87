package org.hospitalviewer.ui.admin.devices;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.appliance.device.Device;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.node.EchoTest;
import org.hospitalviewer.ui.ScreenUpdate;
import org.hospitalviewer.ui.admin.Readable;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** One device in the list, with what can be done to it. */
final class DeviceItem extends ListItem {

    private final Device device;
    private final Devices devices;
    private final EchoTest echo;
    private final Map<Long, EchoTest.Result> answers;
    private final Runnable refresh;
    private final Span answer = new Span();

    /** @param answers of the connection tests so far by device; they stay when the list is drawn again */
    DeviceItem(Device device, Devices devices, EchoTest echo, Map<Long, EchoTest.Result> answers, Runnable refresh) {
        this.device = device;
        this.devices = devices;
        this.echo = echo;
        this.answers = answers;
        this.refresh = refresh;
        addClassName("device");
        Span title = new Span(device.name().isBlank() ? device.aeTitle() : device.name());
        title.addClassName("device-name");
        Div words = new Div(new Div(title));
        if (device.listens() || !device.name().isBlank()) {
            words.add(quiet(where()));
        }
        words.add(quiet(seen()));
        if (device.known()) {
            words.add(quiet(rights()));
        }
        answer.addClassName("echo-answer");
        answer.getElement().setAttribute("role", "status");
        words.add(answer);
        if (answers.containsKey(device.id())) {
            show(answers.get(device.id()));
        }
        add(words, buttons());
    }

    private static Div quiet(String text) {
        Div line = new Div(text);
        line.addClassName("quiet");
        return line;
    }

    private String where() {
        return device.listens() ? device.aeTitle() + "  ·  " + device.host() + ":" + device.port() : device.aeTitle();
    }

    private String seen() {
        return device.lastSeen() == null ? getTranslation("admin.devices.never")
                : getTranslation("admin.devices.seen", Readable.moment(device.lastSeen(),
                        UI.getCurrent().getLocale()), device.lastAddress());
    }

    private String rights() {
        return Stream.of(device.mayStore() ? "admin.devices.right.store" : "",
                        device.mayQuery() ? "admin.devices.right.query" : "",
                        device.mayRetrieve() ? "admin.devices.right.retrieve" : "",
                        device.mayWorklist() ? "admin.devices.right.worklist" : "")
                .filter(key -> !key.isEmpty()).map(this::getTranslation)
                .collect(Collectors.collectingAndThen(Collectors.joining(", "), rights -> rights.isEmpty()
                        ? getTranslation("admin.devices.right.none") : getTranslation("admin.devices.may", rights)));
    }

    private Div buttons() {
        Div buttons = new Div();
        buttons.addClassName("card-buttons");
        if (device.listens()) {
            buttons.add(new Button(getTranslation("admin.devices.echo"), event -> {
                event.getSource().setEnabled(false);
                test();
            }));
        }
        buttons.add(new Button(getTranslation(device.known() ? "admin.devices.edit" : "admin.devices.name"),
                _ -> DeviceDialog.forPresent(device, devices, refresh).open()));
        Button remove = new Button(getTranslation("admin.devices.remove"), _ -> askToRemove());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        buttons.add(remove);
        return buttons;
    }

    /** On a thread of its own: a device that is switched off lets one wait for seconds. */
    private void test() {
        UI ui = UI.getCurrent();
        answer.setText(getTranslation("admin.devices.echo.calling"));
        Thread.startVirtualThread(new DelegatingSecurityContextRunnable(() -> {
            EchoTest.Result result = echo.test(device);
            ScreenUpdate.of(ui, () -> {
                answers.put(device.id(), result);
                refresh.run();
            });
        }));
    }

    private void show(EchoTest.Result result) {
        answer.setText(getTranslation("admin.devices.echo." + result.outcome(), result.millis(), result.detail()));
        answer.setClassName("state-good", result.outcome() == EchoTest.Outcome.ANSWERED);
        answer.setClassName("state-bad", result.outcome() != EchoTest.Outcome.ANSWERED);
    }

    private void askToRemove() {
        ConfirmDialog question = new ConfirmDialog(getTranslation("admin.devices.remove.title", device.aeTitle()),
                getTranslation("admin.devices.remove.sentence"), getTranslation("admin.devices.remove"), _ -> {
                    devices.remove(device.id());
                    refresh.run();
                });
        question.setCancelable(true);
        question.setCancelText(getTranslation("admin.cancel"));
        question.open();
    }
}
