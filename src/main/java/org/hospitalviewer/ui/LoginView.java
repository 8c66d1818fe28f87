package org.hospitalviewer.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import java.util.Set;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.FirstAdministrator;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.problem.TooManyAttempts;
import org.springframework.security.web.WebAttributes;

/** User name and password; before the first user exists it leads to the setup. */
@Route(value = "login", autoLayout = false)
@Requires(Action.ENTER)
@JsModule("./caps-lock-hint.ts")
@JsModule("./forget-images.ts")
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final FirstAdministrator firstAdministrator;
    private final LoginForm form = new LoginForm();
    private final DoorPanel panel;

    LoginView(FirstAdministrator firstAdministrator, LanguageChoice languages) {
        this.firstAdministrator = firstAdministrator;
        addClassName("door");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts("login.failed", "login.failed.advice"));
        panel = new DoorPanel(getTranslation("login.title"), getTranslation("login.subtitle"));
        panel.add(form);
        getElement().appendChild(new Element("forget-images"));
        Element capsLock = new Element("caps-lock-hint");
        capsLock.setText(getTranslation("login.capslock"));
        panel.getElement().appendChild(capsLock);
        panel.add(others(languages));
        add(panel);
    }

    /** Leads to this page in the other languages, each called by its own name. */
    private Nav others(LanguageChoice languages) {
        Nav others = new Nav();
        others.addClassName("door-languages");
        others.setAriaLabel(getTranslation("account.language"));
        languages.spoken().stream().filter(language -> !language.equals(getLocale().getLanguage())).forEach(language -> {
            Anchor other = new Anchor("login?" + PageSetup.LANGUAGE + "=" + language, languages.name(language));
            other.setRouterIgnore(true);
            other.getElement().setAttribute("lang", language);
            others.add(other);
        });
        return others;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (firstAdministrator.isMissing()) {
            event.forwardTo(SetupView.class);
        } else if (Account.current() != null) {
            event.forwardTo("");
        }
        Set<String> parameters = event.getLocation().getQueryParameters().getParameters().keySet();
        form.setError(parameters.contains("error"));
        if (isThrottled()) {
            form.setI18n(texts("login.throttled", "login.throttled.advice"));
        }
        if (parameters.contains("idle")) {
            panel.setSubtitle(getTranslation("login.idle"));
        }
    }

    /** The login that just failed was not even tried. */
    private static boolean isThrottled() {
        return VaadinSession.getCurrent().getSession()
                .getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof TooManyAttempts;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("login.page");
    }

    private LoginI18n texts(String failure, String advice) {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle("");
        texts.getForm().setUsername(getTranslation("user.name"));
        texts.getForm().setPassword(getTranslation("user.password"));
        texts.getForm().setSubmit(getTranslation("login.submit"));
        texts.getErrorMessage().setTitle(getTranslation(failure));
        texts.getErrorMessage().setMessage(getTranslation(advice));
        texts.getErrorMessage().setUsername(getTranslation("user.name.missing"));
        texts.getErrorMessage().setPassword(getTranslation("user.password.missing"));
        return texts;
    }
}
