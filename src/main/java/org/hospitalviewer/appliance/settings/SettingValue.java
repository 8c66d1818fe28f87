package org.hospitalviewer.appliance.settings;

/**
 * A setting as it is now.
 *
 * @param value   as text, empty when there is none; it counts at the latest from the next start
 * @param pending whether another value counts until the next start
 */
public record SettingValue(SettingField field, String value, SettingSource source, boolean pending) {

    /** Whether the file cannot change it because a stronger source has it. */
    public boolean isFixed() {
        return switch (source) {
            case DEFAULT, FILE -> false;
            case ENVIRONMENT, COMMAND_LINE -> true;
        };
    }
}
