package org.hospitalviewer.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.FirstAdministrator;
import org.hospitalviewer.access.Requires;

/** User name and password; before the first user exists it leads to the setup. */
@Route(value = "login", autoLayout = false)
@Requires(Action.ENTER)
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final FirstAdministrator firstAdministrator;
    private final LoginForm form = new LoginForm();

    LoginView(FirstAdministrator firstAdministrator) {
        this.firstAdministrator = firstAdministrator;
        addClassName("door");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts());
        DoorPanel panel = new DoorPanel(getTranslation("login.title"), getTranslation("login.subtitle"));
        panel.add(form);
        add(panel);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (firstAdministrator.isMissing()) {
            event.forwardTo(SetupView.class);
        } else if (Account.current() != null) {
            event.forwardTo("");
        }
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.page");
    }

    private LoginI18n texts() {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle("");
        texts.getForm().setUsername(getTranslation("user.name"));
        texts.getForm().setPassword(getTranslation("user.password"));
        texts.getForm().setSubmit(getTranslation("login.submit"));
        texts.getErrorMessage().setTitle(getTranslation("login.failed"));
        texts.getErrorMessage().setMessage(getTranslation("login.failed.advice"));
        texts.getErrorMessage().setUsername(getTranslation("user.name.missing"));
        texts.getErrorMessage().setPassword(getTranslation("user.password.missing"));
        return texts;
    }
}
