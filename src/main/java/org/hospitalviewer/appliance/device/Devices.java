package org.hospitalviewer.appliance.device;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hospitalviewer.access.AuditLog;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Service;

/** The devices of the clinic: who they are and what they may. */
@Service
public class Devices implements InitializingBean {

    private final DeviceTable table;
    private final AuditLog audit;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    /** Asked at each association and each object, also while the database does not answer. */
    private volatile Map<String, Device> known = Map.of();
    private volatile Consumer<String> removals = _ -> { };

    Devices(DeviceTable table, AuditLog audit) {
        this.table = table;
        this.audit = audit;
    }

    @Override
    public void afterPropertiesSet() {
        readKnown();
    }

    private synchronized void readKnown() {
        known = table.all().stream().filter(Device::known)
                .collect(Collectors.toUnmodifiableMap(Device::aeTitle, device -> device));
    }

    /** All devices, those that wait for a name first. */
    public List<Device> all() {
        return table.all();
    }

    public Optional<Device> find(long id) {
        return table.find(id);
    }

    /** The device that the administrator named by this AE title. */
    public Optional<Device> known(String aeTitle) {
        return Optional.ofNullable(known.get(aeTitle));
    }

    /**
     * Names a device, be it one that was heard already or not.
     *
     * @throws InvalidDeviceException when the entry cannot be taken
     */
    public Device add(DeviceEntry entry) {
        entry.problem().ifPresent(Devices::refuse);
        Optional<Device> present = table.find(entry.aeTitle());
        if (present.filter(Device::known).isPresent()) {
            refuse(DeviceProblem.AE_TITLE_TAKEN);
        }
        long id = present.map(Device::id).orElseGet(() -> table.insert(entry));
        present.ifPresent(device -> table.update(device.id(), entry));
        return changed("ADD_DEVICE", id);
    }

    /**
     * Changes what is said of a device; from then on it is a known one.
     *
     * @return empty when there is no such device
     * @throws InvalidDeviceException when the entry cannot be taken
     */
    public Optional<Device> change(long id, DeviceEntry entry) {
        Optional<Device> present = table.find(id);
        if (present.isEmpty()) {
            return Optional.empty();
        }
        entry.problem().ifPresent(Devices::refuse);
        table.find(entry.aeTitle()).filter(other -> other.id() != id).ifPresent(other -> {
            if (other.known()) {
                refuse(DeviceProblem.AE_TITLE_TAKEN);
            }
            table.delete(other.id());
        });
        table.update(id, entry);
        return Optional.of(changed("CHANGE_DEVICE", id));
    }

    /** Forgets a device; it appears again as an unknown one when it calls. */
    public boolean remove(long id) {
        Optional<Device> device = table.find(id);
        boolean removed = table.delete(id);
        if (removed) {
            readKnown();
            device.ifPresent(gone -> removals.accept(gone.aeTitle()));
            audit.record("REMOVE_DEVICE", "DEVICE", device.map(Device::aeTitle).orElse(""), AuditLog.Result.SUCCESS);
            tell();
        }
        return removed;
    }

    private Device changed(String action, long id) {
        readKnown();
        Device device = table.find(id).orElseThrow();
        audit.record(action, "DEVICE", device.aeTitle(), AuditLog.Result.SUCCESS);
        tell();
        return device;
    }

    private static void refuse(DeviceProblem problem) {
        throw new InvalidDeviceException(problem);
    }

    /** Calls the listener after each change, also when a device was heard; returns what ends it. */
    public Runnable subscribe(Runnable listener) {
        followers.add(listener);
        return () -> followers.remove(listener);
    }

    void heard() {
        tell();
    }

    void onRemoval(Consumer<String> aeTitles) {
        removals = aeTitles;
    }

    private void tell() {
        followers.forEach(Runnable::run);
    }
}
