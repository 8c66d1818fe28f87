package org.hospitalviewer.node;

import java.net.URI;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.appliance.device.Device;
import org.hospitalviewer.appliance.device.DeviceEntry;
import org.hospitalviewer.appliance.device.DeviceProblem;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.appliance.device.InvalidDeviceException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Devices for the administrator's programs. */
@RestController
@RequestMapping("/api/devices")
@Requires(Action.MANAGE_DEVICES)
class DeviceController {

    private final Devices devices;
    private final EchoTest echo;

    DeviceController(Devices devices, EchoTest echo) {
        this.devices = devices;
        this.echo = echo;
    }

    @GetMapping
    List<Device> all() {
        return devices.all();
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Device> add(@RequestBody Entry entry) {
        try {
            Device device = devices.add(entry.toDeviceEntry());
            return ResponseEntity.created(URI.create("/api/devices/" + device.id())).body(device);
        } catch (InvalidDeviceException e) {
            throw refused(e);
        }
    }

    @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Device change(@PathVariable long id, @RequestBody Entry entry) {
        try {
            return devices.change(id, entry.toDeviceEntry()).orElseThrow(() -> noDevice(id));
        } catch (InvalidDeviceException e) {
            throw refused(e);
        }
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        if (!devices.remove(id)) {
            throw noDevice(id);
        }
    }

    @PostMapping("/{id}/echo")
    EchoTest.Result echo(@PathVariable long id) {
        Device device = devices.find(id).orElseThrow(() -> noDevice(id));
        if (!device.listens()) {
            throw problem(HttpStatus.CONFLICT, "This device has no host and port.");
        }
        return echo.test(device);
    }

    private static ErrorResponseException noDevice(long id) {
        return problem(HttpStatus.NOT_FOUND, "There is no device " + id + ".");
    }

    private static ErrorResponseException refused(InvalidDeviceException e) {
        return problem(e.problem() == DeviceProblem.AE_TITLE_TAKEN ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST,
                e.getMessage());
    }

    private static ErrorResponseException problem(HttpStatus status, String sentence) {
        ErrorResponseException problem = new ErrorResponseException(status);
        problem.setDetail(sentence);
        return problem;
    }

    /** A device as programs send it; what is left out is false, and a device may store unless that is denied. */
    record Entry(String aeTitle, String name, String host, Integer port, Boolean mayStore, Boolean mayQuery,
                 Boolean mayRetrieve, Boolean mayWorklist) {

        DeviceEntry toDeviceEntry() {
            return new DeviceEntry(aeTitle, name, host, port, !Boolean.FALSE.equals(mayStore),
                    Boolean.TRUE.equals(mayQuery), Boolean.TRUE.equals(mayRetrieve),
                    Boolean.TRUE.equals(mayWorklist));
        }
    }
}
