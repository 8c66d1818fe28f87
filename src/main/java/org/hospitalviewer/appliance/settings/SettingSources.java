package org.hospitalviewer.appliance.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.appliance.ViewerSettings;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

/** Where values come from, the settings file being read again each time. */
final class SettingSources {

    private static final String FILE = "settings file";

    private final ConfigurableEnvironment environment;
    private final Path file;

    SettingSources(ConfigurableEnvironment environment, Path file) {
        this.environment = environment;
        this.file = file;
    }

    /** The settings that a start would find now. */
    ViewerSettings read() {
        MutablePropertySources now = sources();
        return new Binder(ConfigurationPropertySources.from(now), new PropertySourcesPlaceholdersResolver(now))
                .bindOrCreate(SettingField.PREFIX.substring(0, SettingField.PREFIX.length() - 1),
                        Bindable.of(ViewerSettings.class));
    }

    /** The strongest source that has the property. */
    SettingSource of(String property) {
        ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
        for (ConfigurationPropertySource source : ConfigurationPropertySources.from(sources())) {
            if (source.getConfigurationProperty(name) != null) {
                return kind((PropertySource<?>) source.getUnderlyingSource());
            }
        }
        return SettingSource.DEFAULT;
    }

    private static SettingSource kind(PropertySource<?> source) {
        if (source.getName().equals(FILE)) {
            return SettingSource.FILE;
        }
        if (isFromClassPath(source)) {
            return SettingSource.DEFAULT;
        }
        return source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                ? SettingSource.ENVIRONMENT : SettingSource.COMMAND_LINE;
    }

    /** The environment's sources, the weakest last, with the file as it is on the disk now above the built-in ones. */
    private MutablePropertySources sources() {
        MutablePropertySources sources = new MutablePropertySources();
        List<PropertySource<?>> present = environment.getPropertySources().stream()
                .filter(source -> !ConfigurationPropertySources.isAttachedConfigurationPropertySource(source)
                        && !isSettingsFile(source)).toList();
        present.forEach(sources::addLast);
        PropertySource<?> fresh = load();
        present.stream().filter(SettingSources::isFromClassPath).findFirst().ifPresentOrElse(
                builtIn -> sources.addBefore(builtIn.getName(), fresh), () -> sources.addLast(fresh));
        return sources;
    }

    private PropertySource<?> load() {
        try {
            List<PropertySource<?>> documents = Files.exists(file) ? new PropertiesPropertySourceLoader()
                    .load(FILE, new FileSystemResource(file), StandardCharsets.UTF_8) : List.of();
            return documents.isEmpty() ? new MapPropertySource(FILE, Map.of())
                    : documents.getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private boolean isSettingsFile(PropertySource<?> source) {
        return source.getName().contains("Config resource 'file [" + file + "]'");
    }

    private static boolean isFromClassPath(PropertySource<?> source) {
        return source.getName().contains("class path resource");
    }
}
