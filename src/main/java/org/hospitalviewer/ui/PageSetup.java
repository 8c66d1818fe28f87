package org.hospitalviewer.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.SecurityHeaders;
import org.hospitalviewer.access.Sessions;
import org.hospitalviewer.ui.account.AccountView;
import org.springframework.stereotype.Component;

/** What belongs to every page: its scripts are known to the browser's policy, and it notices when nobody is there. */
@Component
@JsModule("./idle-watch.ts")
class PageSetup implements VaadinServiceInitListener {

    /** Of an address that says which language to take on this browser. */
    static final String LANGUAGE = "lang";

    private final Sessions sessions;
    private final LanguageChoice languages;

    PageSetup(Sessions sessions, LanguageChoice languages) {
        this.sessions = sessions;
        this.languages = languages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(PageSetup::markScripts);
        event.addIndexHtmlRequestListener(this::nameLanguage);
        event.getSource().addUIInitListener(start ->
                start.getUI().setLocale(languages.of(VaadinServletRequest.getCurrent().getHttpServletRequest())));
        event.getSource().addUIInitListener(this::watchIdleness);
        event.getSource().addUIInitListener(start -> start.getUI().addBeforeEnterListener(PageSetup::passwordFirst));
    }

    private static void markScripts(IndexHtmlResponse page) {
        Object nonce = page.getVaadinRequest().getAttribute(SecurityHeaders.NONCE);
        page.getDocument().select("script").attr("nonce", String.valueOf(nonce));
    }

    /** For readers of screens, and for what scripts write themselves. */
    private void nameLanguage(IndexHtmlResponse page) {
        HttpServletRequest request = http(page.getVaadinRequest());
        Optional<Cookie> chosen = languages.remembered(request, request.getParameter(LANGUAGE));
        chosen.ifPresent(page.getVaadinResponse()::addCookie);
        page.getDocument().select("html").attr("lang", chosen.map(Cookie::getValue)
                .orElseGet(() -> languages.of(request).toLanguageTag()));
    }

    private static HttpServletRequest http(VaadinRequest request) {
        return ((VaadinServletRequest) request).getHttpServletRequest();
    }

    /** Who has a password that the administrator knows sees nothing before it is changed. */
    private static void passwordFirst(BeforeEnterEvent event) {
        Account account = Account.current();
        if (account != null && account.mustChangePassword() && event.getNavigationTarget() != AccountView.class) {
            event.forwardTo(AccountView.class);
        }
    }

    private void watchIdleness(UIInitEvent event) {
        if (Account.current() != null) {
            UI ui = event.getUI();
            Element watch = new Element("idle-watch");
            watch.setAttribute("seconds", Long.toString(sessions.idleTimeout().toSeconds()));
            watch.setAttribute("warning", ui.getTranslation("idle.warning"));
            watch.setAttribute("advice", ui.getTranslation("idle.advice"));
            ui.getElement().appendChild(watch);
        }
    }
}
