package org.hospitalviewer.appliance.settings;

import java.util.Map;
import java.util.TreeMap;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The configuration for the administrator's programs; secrets are not part of it. */
@RestController
class SystemController {

    private final Settings settings;

    SystemController(Settings settings) {
        this.settings = settings;
    }

    @GetMapping("/api/system/config")
    @Requires(Action.MANAGE_SETTINGS)
    Config config() {
        Map<String, Setting> values = new TreeMap<>();
        settings.all().forEach(value -> values.put(value.field().property(), new Setting(value.value(),
                value.source(), value.isFixed(), value.field().isAtOnce(), value.pending())));
        return new Config(values, settings.isRestartNeeded());
    }

    record Config(Map<String, Setting> settings, boolean restartNeeded) {
    }

    /**
     * One setting.
     *
     * @param fixed   the environment or the command line has it
     * @param atOnce  a change counts at once
     * @param pending another value counts until the next start
     */
    record Setting(String value, SettingSource source, boolean fixed, boolean atOnce, boolean pending) {
    }
}
