package org.hospitalviewer.ui.admin.templates;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.hospitalviewer.clinical.template.Snippet;
import org.hospitalviewer.clinical.template.Snippets;

/** Short words that expand to text: everybody's and one's own. */
final class SnippetList extends Div {

    private final Snippets snippets;
    private final UnorderedList list = new UnorderedList();

    SnippetList(Snippets snippets) {
        this.snippets = snippets;
        addClassName("snippets");
        list.addClassName("admin-list");
        Paragraph sentence = new Paragraph(getTranslation("admin.snippets.sentence"));
        sentence.addClassName("quiet");
        Button add = new Button(getTranslation("admin.snippets.add"), VaadinIcon.PLUS.create(),
                _ -> new SnippetDialog(null, snippets, this::refresh).open());
        Div head = new Div(new Div(new H2(getTranslation("admin.snippets.title")), sentence), add);
        head.addClassName("admin-head");
        add(head, list);
        refresh();
    }

    private void refresh() {
        list.removeAll();
        snippets.all().forEach(snippet -> list.add(item(snippet)));
        list.setVisible(list.getComponentCount() > 0);
    }

    private ListItem item(Snippet snippet) {
        Span shortcut = new Span(snippet.shortcut());
        shortcut.addClassName("device-name");
        Span whose = new Span(getTranslation(snippet.shared() ? "admin.snippets.shared" : "admin.snippets.mine"));
        whose.addClassName("state");
        Div title = new Div(shortcut, whose);
        title.addClassName("user-title");
        Div text = new Div(snippet.text());
        text.addClassNames("quiet", "entry-text", "snippet-text");
        text.getElement().setAttribute("dir", "auto");
        Button delete = new Button(getTranslation("admin.snippets.delete"), _ -> ask(snippet));
        delete.addThemeVariants(ButtonVariant.TERTIARY);
        Div buttons = new Div(new Button(getTranslation("admin.snippets.edit"),
                _ -> new SnippetDialog(snippet, snippets, this::refresh).open()), delete);
        buttons.addClassName("card-buttons");
        ListItem item = new ListItem(new Div(title, text), buttons);
        item.addClassName("device");
        return item;
    }

    private void ask(Snippet snippet) {
        ConfirmDialog question = new ConfirmDialog();
        question.setHeader(getTranslation("admin.snippets.delete.title", snippet.shortcut()));
        question.setConfirmText(getTranslation("admin.snippets.delete"));
        question.setConfirmButtonTheme("error primary");
        question.setCancelable(true);
        question.setCancelText(getTranslation("admin.cancel"));
        question.addConfirmListener(_ -> {
            snippets.delete(snippet.id());
            refresh();
        });
        question.open();
    }
}
