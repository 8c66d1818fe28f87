package org.hospitalviewer.appliance.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.ViewerSettings;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.stereotype.Service;

/** The settings as they are now, and the way for the administrator to change them. */
@Service
public class Settings {

    private final SettingSources sources;
    private final ViewerSettings atStart;
    private final SettingsFile file;
    private final AuditLog audit;
    private volatile ViewerSettings current;

    Settings(ConfigurableEnvironment environment, ViewerSettings atStart, Home home, AuditLog audit) {
        this.file = new SettingsFile(home.settingsFile());
        this.sources = new SettingSources(environment, home.settingsFile());
        this.atStart = atStart;
        this.current = atStart;
        this.audit = audit;
    }

    /**
     * The newest values, for whoever follows changes at once. What cannot change while the program runs, such as ports,
     * is asked of the {@link ViewerSettings} of the start.
     */
    public ViewerSettings current() {
        return current;
    }

    /** Every setting with its origin. */
    public List<SettingValue> all() {
        ViewerSettings now = current;
        return Stream.of(SettingField.values()).map(field -> new SettingValue(field, field.of(now),
                sources.of(field.property()),
                !field.isAtOnce() && !field.of(now).equals(field.of(atStart)))).toList();
    }

    /** Whether something waits for the next start. */
    public boolean isRestartNeeded() {
        return all().stream().anyMatch(SettingValue::pending);
    }

    /**
     * Changes settings, all or none.
     *
     * @return what is wrong with which of them; empty when they are changed
     */
    public synchronized Map<SettingField, SettingProblem> change(Map<SettingField, String> wanted) {
        Map<SettingField, String> changed = new EnumMap<>(SettingField.class);
        wanted.forEach((field, value) -> {
            if (!value.strip().equals(field.of(current))) {
                changed.put(field, value.strip());
            }
        });
        Map<SettingField, SettingProblem> problems = problems(changed);
        if (problems.isEmpty() && !changed.isEmpty()) {
            write(changed);
        }
        return problems;
    }

    private Map<SettingField, SettingProblem> problems(Map<SettingField, String> changed) {
        Map<SettingField, SettingProblem> problems = new EnumMap<>(SettingField.class);
        changed.forEach((field, value) -> {
            if (sources.of(field.property()).compareTo(SettingSource.FILE) > 0) {
                problems.put(field, SettingProblem.FIXED);
            } else {
                field.rule().check(value).ifPresent(problem -> problems.put(field, problem));
            }
        });
        if (problems.isEmpty()) {
            addPortsUsedTwice(changed, problems);
        }
        return problems;
    }

    private void addPortsUsedTwice(Map<SettingField, String> changed, Map<SettingField, SettingProblem> problems) {
        BiFunction<SettingField, String, String> then = (field, now) -> changed.getOrDefault(field, now);
        List<String> taken = new ArrayList<>();
        for (SettingField field : List.of(SettingField.DICOM_PORT, SettingField.HTTP_PORT, SettingField.HTTPS_PORT)) {
            String port = then.apply(field, field.of(current));
            if (taken.contains(port) && !port.equals("0")) {
                problems.put(field, SettingProblem.PORT_TWICE);
            }
            taken.add(port);
        }
    }

    private void write(Map<SettingField, String> changed) {
        Map<String, String> properties = new LinkedHashMap<>();
        changed.forEach((field, value) -> properties.put(field.property(), value));
        try {
            file.write(properties);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file.path() + " cannot be written: " + e.getMessage(), e);
        }
        current = sources.read();
        changed.forEach((field, value) -> audit.record("CHANGE_SETTING", "SETTING", field.property() + "=" + value,
                AuditLog.Result.SUCCESS));
    }
}
