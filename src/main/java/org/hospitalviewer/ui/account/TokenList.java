package org.hospitalviewer.ui.account;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Period;
import java.util.List;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.ApiToken;
import org.hospitalviewer.access.ApiTokens;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.TooManyTokensException;
import org.hospitalviewer.ui.admin.GivenSecret;
import org.hospitalviewer.ui.admin.Readable;

/** One's API tokens: made, seen once, revoked. */
final class TokenList extends Div {

    private static final int FOR_EVER = 0;

    private final ApiTokens tokens;
    private final AuditLog audit;

    TokenList(ApiTokens tokens, AuditLog audit) {
        this.tokens = tokens;
        this.audit = audit;
        refresh();
    }

    private void refresh() {
        removeAll();
        List<ApiToken> mine = tokens.of(Account.current());
        if (!mine.isEmpty()) {
            UnorderedList list = new UnorderedList();
            list.addClassName("admin-list");
            mine.forEach(token -> list.add(item(token)));
            add(list);
        }
        Div buttons = new Div(new Button(getTranslation("account.tokens.add"), _ -> askForName()));
        buttons.addClassName("card-buttons");
        add(buttons);
    }

    private ListItem item(ApiToken token) {
        Span name = new Span(token.name());
        name.addClassName("job-name");
        String used = token.lastUsed() == null ? getTranslation("account.tokens.unused")
                : getTranslation("account.tokens.used", Readable.moment(token.lastUsed(), getLocale()));
        String end = token.expiresAt() == null ? getTranslation("account.tokens.endless")
                : getTranslation("account.tokens.until", Readable.moment(token.expiresAt(), getLocale()));
        Span facts = new Span(used + "  \u00b7  " + end);
        facts.addClassName("quiet");
        Button revoke = new Button(getTranslation("account.tokens.revoke"), _ -> askToRevoke(token));
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        return new ListItem(name, facts, revoke);
    }

    private void askForName() {
        TextField name = new TextField(getTranslation("account.tokens.name"));
        name.setHelperText(getTranslation("account.tokens.name.help"));
        name.setMaxLength(100);
        Select<Integer> days = new Select<>();
        days.setLabel(getTranslation("account.tokens.days"));
        days.setItems(30, 90, 365, FOR_EVER);
        days.setItemLabelGenerator(count -> count == FOR_EVER ? getTranslation("account.tokens.endless")
                : getTranslation("account.tokens.days.count", count));
        days.setValue(365);
        Dialog dialog = new Dialog(getTranslation("account.tokens.add"));
        Div fields = new Div(name, days);
        fields.addClassName("admin-form");
        dialog.add(fields);
        Button make = new Button(getTranslation("account.tokens.make"), _ -> make(name, days.getValue(), dialog));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(getTranslation("admin.cancel"), _ -> dialog.close()), make);
        dialog.open();
    }

    private void make(TextField name, int days, Dialog dialog) {
        if (name.getValue().isBlank()) {
            name.setErrorMessage(getTranslation("account.tokens.name.missing"));
            name.setInvalid(true);
            return;
        }
        try {
            String secret = tokens.create(Account.current(), name.getValue(), days == FOR_EVER ? null : Period.ofDays(days));
            audit.record("CREATE_TOKEN", "TOKEN", name.getValue(), AuditLog.Result.SUCCESS);
            dialog.close();
            refresh();
            new GivenSecret(getTranslation("account.tokens.made"), getTranslation("account.tokens.made.sentence"), secret)
                    .open();
        } catch (TooManyTokensException e) {
            dialog.removeAll();
            dialog.add(new Paragraph(getTranslation("account.tokens.many", ApiTokens.MAX_PER_USER)));
        }
    }

    private void askToRevoke(ApiToken token) {
        ConfirmDialog question = new ConfirmDialog(getTranslation("account.tokens.revoke.title", token.name()),
                getTranslation("account.tokens.revoke.sentence"), getTranslation("account.tokens.revoke"), _ -> {
                    tokens.revoke(Account.current(), token.id());
                    audit.record("REVOKE_TOKEN", "TOKEN", token.name(), AuditLog.Result.SUCCESS);
                    refresh();
                });
        question.setCancelable(true);
        question.setCancelText(getTranslation("admin.cancel"));
        question.open();
    }
}
