package org.hospitalviewer.appliance.settings;

import java.util.List;
import java.util.function.Function;
import org.hospitalviewer.appliance.ArchiveMode;
import org.hospitalviewer.appliance.RemoteLogin;
import org.hospitalviewer.appliance.ViewerSettings;
import org.hospitalviewer.language.Languages;

/** The settings that the administrator may change on the screen, each with its rule. */
public enum SettingField {

    CLINIC_NAME("clinic-name", true, ViewerSettings::clinicName, SettingRule.text(80)),
    CLINIC_ADDRESS("clinic-address", true, ViewerSettings::clinicAddress, SettingRule.text(200)),
    CLINIC_PHONE("clinic-phone", true, ViewerSettings::clinicPhone, SettingRule.text(80)),
    DOCUMENT_LANGUAGE("document-language", true, ViewerSettings::documentLanguage,
            SettingRule.oneOf(Languages.spoken())),
    REPORTS_STORE_PDF("reports.store-pdf", true, settings -> settings.reports().storePdf(), SettingRule.SWITCH),
    REPORTS_STORE_SR("reports.store-sr", true, settings -> settings.reports().storeSr(), SettingRule.SWITCH),
    IDLE_MINUTES("idle-minutes", false, ViewerSettings::idleMinutes, SettingRule.number(1, 480)),
    AE_TITLE("ae-title", true, ViewerSettings::aeTitle, SettingRule.AE_TITLE),
    STRICT_CALLED_AE_TITLE("strict-called-ae-title", true, ViewerSettings::strictCalledAeTitle, SettingRule.SWITCH),
    KNOWN_DEVICES_ONLY("known-devices-only", true, ViewerSettings::knownDevicesOnly, SettingRule.SWITCH),
    DICOM_PORT("dicom-port", false, ViewerSettings::dicomPort, SettingRule.PORT),
    HTTP_PORT("http-port", false, ViewerSettings::httpPort, SettingRule.PORT),
    BIND("bind", false, ViewerSettings::bind, SettingRule.ADDRESS),
    HTTPS("https", false, ViewerSettings::https, SettingRule.SWITCH),
    HTTPS_PORT("https-port", false, ViewerSettings::httpsPort, SettingRule.PORT),
    HTTPS_CERTIFICATE("https-certificate", false, ViewerSettings::httpsCertificate, SettingRule.FILE),
    HTTPS_KEY("https-key", false, ViewerSettings::httpsKey, SettingRule.FILE),
    RESERVE_MEGABYTES("reserve-megabytes", false, ViewerSettings::reserveMegabytes,
            SettingRule.number(100, 100_000_000)),
    TRASH_DAYS("trash-days", true, ViewerSettings::trashDays, SettingRule.number(1, 3_650)),
    ARCHIVE_MODE("archive-mode", false, ViewerSettings::archiveMode, SettingRule.oneOf(ArchiveMode.values())),
    REMOTE_URL("remote.url", true, settings -> settings.remote().url(), SettingRule.URL),
    REMOTE_LOGIN("remote.login", true, settings -> settings.remote().login(),
            SettingRule.oneOf(RemoteLogin.values())),
    REMOTE_USER("remote.user", true, settings -> settings.remote().user(), SettingRule.text(100)),
    REMOTE_CERTIFICATE("remote.certificate", false, settings -> settings.remote().certificate(), SettingRule.FILE),
    REMOTE_QUERY_SECONDS("remote.query-seconds", true, settings -> settings.remote().querySeconds(),
            SettingRule.number(0, 60)),
    REMOTE_CACHE_MEGABYTES("remote.cache-megabytes", false, settings -> settings.remote().cacheMegabytes(),
            SettingRule.number(256, 1_000_000)),
    REMOTE_DICOM("remote.dicom", false, settings -> settings.remote().dicom(), SettingRule.SWITCH);

    static final String PREFIX = "viewer.";

    private final String name;
    private final boolean atOnce;
    private final Function<ViewerSettings, Object> value;
    private final SettingRule rule;

    SettingField(String name, boolean atOnce, Function<ViewerSettings, Object> value, SettingRule rule) {
        this.name = name;
        this.atOnce = atOnce;
        this.value = value;
        this.rule = rule;
    }

    /** Name in files, such as {@code viewer.ae-title}. */
    public String property() {
        return PREFIX + name;
    }

    /** Whether a change counts at once; else from the next start. */
    public boolean isAtOnce() {
        return atOnce;
    }

    public boolean isSwitch() {
        return rule == SettingRule.SWITCH;
    }

    /** The values there are to choose from; empty where any text may be entered. */
    public List<String> choices() {
        return rule.choices();
    }

    SettingRule rule() {
        return rule;
    }

    /** The value as text, empty when there is none. */
    public String of(ViewerSettings settings) {
        Object of = value.apply(settings);
        return of == null ? "" : of.toString();
    }
}
