package org.hospitalviewer.ui.account;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.ui.LanguageChoice;

/** The language that one wants to read; it changes at once. */
final class LanguageField extends Div {

    LanguageField(LanguageChoice languages) {
        addClassNames("admin-form", "narrow");
        Select<String> language = new Select<>();
        language.setLabel(getTranslation("account.language.of-pages"));
        language.setItems(languages.spoken());
        language.setItemLabelGenerator(code -> code == null ? getTranslation("account.language.browser")
                : languages.name(code));
        language.setEmptySelectionAllowed(true);
        language.setEmptySelectionCaption(getTranslation("account.language.browser"));
        languages.ofAccount().filter(languages.spoken()::contains).ifPresent(language::setValue);
        language.addValueChangeListener(event -> {
            languages.keep(Account.current(), event.getValue());
            getUI().ifPresent(ui -> ui.getPage().reload());
        });
        add(language);
    }
}
