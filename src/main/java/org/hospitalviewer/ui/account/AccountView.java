package org.hospitalviewer.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.ApiTokens;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.Users;
import org.hospitalviewer.ui.LanguageChoice;
import org.hospitalviewer.ui.MainLayout;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.Banner;

/** One's own password, and keys for programs that act in one's name. */
@Route(value = "account", layout = MainLayout.class)
@Requires(Action.USE_OWN_ACCOUNT)
public class AccountView extends Div implements HasDynamicTitle {

    AccountView(Users users, ApiTokens tokens, AuditLog audit, AuthenticationContext authentication,
                LanguageChoice languages) {
        Account account = Account.current();
        addClassName("admin-page");
        add(new AdminHeading(account.fullName(),
                getTranslation("account.sentence", account.username(), getTranslation("role." + account.role()))));
        if (account.mustChangePassword()) {
            add(new Banner(VaadinIcon.KEY, getTranslation("account.password.first"), true));
        }
        add(new H2(getTranslation("account.password")), new PasswordForm(users, audit, authentication));
        add(new H2(getTranslation("account.language")), new LanguageField(languages));
        if (!account.mustChangePassword()) {
            Paragraph explanation = new Paragraph(getTranslation("account.tokens.sentence"));
            explanation.addClassName("quiet");
            add(new H2(getTranslation("account.tokens")), explanation, new TokenList(tokens, audit));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.account");
    }
}
