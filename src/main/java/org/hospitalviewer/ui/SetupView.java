package org.hospitalviewer.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.FirstAdministrator;
import org.hospitalviewer.access.InvalidUserException;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.backup.DriveRestores;
import org.hospitalviewer.backup.Restores;
import org.hospitalviewer.ui.admin.Banner;

/** Makes the first administrator, at this computer or with the token printed at the start. */
@Route(value = "setup", autoLayout = false)
@Requires(Action.ENTER)
class SetupView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final FirstAdministrator firstAdministrator;
    private final Home home;
    private final Restores restores;
    private final DriveRestores driveRestores;
    private final TextField fullName = new TextField(getTranslation("user.fullname"));
    private final TextField username = new TextField(getTranslation("user.name"));
    private final PasswordField password = new PasswordField(getTranslation("user.password"));
    private final PasswordField repeated = new PasswordField(getTranslation("user.password.repeat"));
    private String token;

    SetupView(FirstAdministrator firstAdministrator, Home home, Restores restores, DriveRestores driveRestores) {
        this.firstAdministrator = firstAdministrator;
        this.home = home;
        this.restores = restores;
        this.driveRestores = driveRestores;
        addClassName("door");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!firstAdministrator.isMissing()) {
            event.forwardTo(LoginView.class);
            return;
        }
        token = event.getLocation().getQueryParameters().getSingleParameter("token").orElse(null);
        removeAll();
        add(isAdmitted() ? form() : refusal());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("setup.page");
    }

    private boolean isAdmitted() {
        return firstAdministrator.admits(VaadinServletRequest.getCurrent().getHttpServletRequest(), token);
    }

    private DoorPanel refusal() {
        return new DoorPanel(getTranslation("setup.refused"), getTranslation("setup.refused.advice"));
    }

    private DoorPanel form() {
        username.setRequiredIndicatorVisible(true);
        username.setAutocomplete(Autocomplete.USERNAME);
        password.setRequiredIndicatorVisible(true);
        password.setHelperText(getTranslation("user.password.rule", Users.SHORTEST_PASSWORD));
        repeated.setRequiredIndicatorVisible(true);
        Button create = new Button(getTranslation("setup.submit"), _ -> create());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClickShortcut(Key.ENTER);
        Div fields = new Div(fullName, username, password, repeated, create);
        fields.addClassName("door-form");
        DoorPanel panel = new DoorPanel(getTranslation("setup.title"), getTranslation("setup.subtitle"));
        if (home.hasImages()) {
            panel.add(new Banner(VaadinIcon.WARNING, getTranslation("setup.lost"), true));
        }
        panel.add(fields);
        if (restores.arePossible()) {
            offerRestore(panel);
        }
        return panel;
    }

    private void offerRestore(DoorPanel panel) {
        restores.lastOutcome().filter(outcome -> !outcome.good()).ifPresent(outcome -> panel.add(new Banner(VaadinIcon.WARNING,
                getTranslation("setup.restore.failed", Said.here(outcome.sentence())), true)));
        Button restore = new Button(getTranslation("setup.restore"), VaadinIcon.TIME_BACKWARD.create(), _ -> {
            removeAll();
            add(restorePanel());
        });
        restore.addThemeVariants(ButtonVariant.TERTIARY);
        restore.setWidthFull();
        panel.add(restore);
    }

    private DoorPanel restorePanel() {
        DoorPanel panel = new DoorPanel(getTranslation("setup.restore.title"), getTranslation("setup.restore.sentence"));
        panel.add(new SetupRestore(restores, driveRestores, this::isAdmitted, () -> {
            removeAll();
            add(form());
        }));
        return panel;
    }

    private void create() {
        password.setInvalid(false);
        username.setInvalid(false);
        repeated.setInvalid(!password.getValue().equals(repeated.getValue()));
        repeated.setErrorMessage(getTranslation("user.password.different"));
        if (repeated.isInvalid() || !isAdmitted()) {
            return;
        }
        try {
            firstAdministrator.create(username.getValue().strip(), password.getValue(), fullName.getValue().strip());
            removeAll();
            add(done());
        } catch (InvalidUserException e) {
            show(e.rule());
        } catch (IllegalStateException e) {
            getUI().ifPresent(ui -> ui.navigate(LoginView.class));
        }
    }

    private void show(InvalidUserException.Rule rule) {
        boolean isName = rule == InvalidUserException.Rule.USERNAME || rule == InvalidUserException.Rule.USERNAME_TAKEN;
        (isName ? username : password).setInvalid(true);
        switch (rule) {
            case USERNAME, USERNAME_TAKEN -> username.setErrorMessage(getTranslation("user.name.rule"));
            case PASSWORD_TOO_LONG -> password.setErrorMessage(getTranslation("user.password.long"));
            case PASSWORD_TOO_WEAK, PASSWORD_WRONG, PASSWORD_HASH, EMAIL, EMAIL_TAKEN, LAST_ADMINISTRATOR ->
                    password.setErrorMessage(getTranslation("user.password.rule", Users.SHORTEST_PASSWORD));
        }
    }

    private DoorPanel done() {
        DoorPanel panel = new DoorPanel(getTranslation("setup.done"), getTranslation("setup.done.advice"));
        Button login = new Button(getTranslation("setup.to-login"),
                _ -> getUI().ifPresent(ui -> ui.navigate(LoginView.class)));
        login.addThemeVariants(ButtonVariant.PRIMARY);
        panel.add(new Div(new Paragraph(), login));
        return panel;
    }
}
