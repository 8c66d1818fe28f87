package org.hospitalviewer.ui.admin.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.appliance.RemotePassword;
import org.hospitalviewer.appliance.secret.SecretUnreadableException;
import org.hospitalviewer.appliance.settings.SettingField;
import org.hospitalviewer.appliance.settings.SettingProblem;
import org.hospitalviewer.appliance.settings.Settings;
import org.hospitalviewer.appliance.tls.HttpsKeyPassword;
import org.hospitalviewer.appliance.tls.ServerCertificate;
import org.hospitalviewer.clinical.paper.Logo;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.hospitalviewer.ui.admin.Banner;
import org.springframework.beans.factory.ObjectProvider;

/** The appliance's settings, each with where it comes from and when it counts. */
@Route(value = "admin/settings", layout = AdminLayout.class)
@Requires(Action.MANAGE_SETTINGS)
public class SettingsView extends Div implements HasDynamicTitle {

    private static final int TOLD_MS = 4_000;

    private final Settings settings;
    private final Map<SettingField, SettingInput> inputs = new EnumMap<>(SettingField.class);
    private final KeyPasswordField keyPassword;
    private final RemotePasswordField remotePassword;
    private final Div banners = new Div();

    SettingsView(Settings settings, HttpsKeyPassword keyPassword, RemotePassword remotePassword, Logo logo,
                 ObjectProvider<ServerCertificate> certificate) {
        this.settings = settings;
        this.keyPassword = new KeyPasswordField(keyPassword);
        this.remotePassword = new RemotePasswordField(remotePassword);
        addClassNames("admin-page", "admin-settings");
        settings.all().forEach(value -> inputs.put(value.field(), SettingInput.of(value)));
        Button save = new Button(getTranslation("admin.save"), _ -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div saveBar = new Div(save);
        saveBar.addClassName("save-bar");
        Section web = section("admin.settings.web", SettingField.BIND, SettingField.HTTP_PORT, SettingField.HTTPS,
                SettingField.HTTPS_PORT, SettingField.HTTPS_CERTIFICATE, SettingField.HTTPS_KEY);
        web.add(this.keyPassword);
        certificate.ifAvailable(shown -> web.add(new CertificateText(shown)));
        Section archive = section("admin.settings.archive", SettingField.ARCHIVE_MODE, SettingField.REMOTE_URL,
                SettingField.REMOTE_LOGIN, SettingField.REMOTE_USER);
        archive.add(this.remotePassword, inputs.get(SettingField.REMOTE_CERTIFICATE).component(),
                inputs.get(SettingField.REMOTE_QUERY_SECONDS).component(),
                inputs.get(SettingField.REMOTE_CACHE_MEGABYTES).component(),
                inputs.get(SettingField.REMOTE_DICOM).component());
        Section clinic = section("admin.settings.clinic", SettingField.CLINIC_NAME, SettingField.CLINIC_ADDRESS,
                SettingField.CLINIC_PHONE, SettingField.DOCUMENT_LANGUAGE);
        clinic.add(new LogoField(logo), inputs.get(SettingField.IDLE_MINUTES).component());
        banners.addClassName("banners");
        add(new AdminHeading(getTranslation("admin.settings.title"), getTranslation("admin.settings.sentence")),
                banners,
                clinic,
                section("admin.settings.reports", SettingField.REPORTS_STORE_PDF, SettingField.REPORTS_STORE_SR),
                section("admin.settings.dicom", SettingField.AE_TITLE, SettingField.DICOM_PORT,
                        SettingField.STRICT_CALLED_AE_TITLE, SettingField.KNOWN_DEVICES_ONLY),
                web,
                section("admin.settings.storage", SettingField.RESERVE_MEGABYTES,
                        SettingField.TRASH_DAYS),
                archive,
                saveBar);
        showBanners();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.settings.title");
    }

    private Section section(String key, SettingField... fields) {
        Section section = new Section(new H2(getTranslation(key)));
        section.addClassNames("admin-card", "admin-form");
        for (SettingField field : fields) {
            section.add(inputs.get(field).component());
        }
        return section;
    }

    private void showBanners() {
        banners.removeAll();
        if (settings.isRestartNeeded()) {
            banners.add(new Banner(VaadinIcon.REFRESH, getTranslation("admin.settings.restart"), false));
        }
        if (settings.current().isOpenToNetwork() && !settings.current().https()) {
            banners.add(new Banner(VaadinIcon.UNLOCK, getTranslation("admin.warning.open"), true));
        }
    }

    private void save() {
        Map<SettingField, String> wanted = new EnumMap<>(SettingField.class);
        inputs.forEach((field, input) -> {
            if (!input.isFixed()) {
                wanted.put(field, input.value());
            }
        });
        try {
            show(settings.change(wanted));
        } catch (UncheckedIOException | SecretUnreadableException e) {
            banners.add(new Banner(VaadinIcon.WARNING, Said.here(e.getMessage()), true));
        }
    }

    private void show(Map<SettingField, SettingProblem> problems) {
        inputs.forEach((field, input) -> input.show(problems.get(field)));
        if (problems.isEmpty()) {
            keyPassword.save();
            remotePassword.save();
            settings.all().forEach(value -> inputs.get(value.field()).update(value));
            showBanners();
            Notification.show(getTranslation("admin.settings.saved"), TOLD_MS, Notification.Position.BOTTOM_CENTER);
        } else {
            inputs.get(problems.keySet().iterator().next()).focus();
        }
    }
}
