package org.hospitalviewer.ui.admin.templates;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Comparator;
import java.util.List;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.clinical.template.OfferedTemplate;
import org.hospitalviewer.clinical.template.Snippets;
import org.hospitalviewer.clinical.template.Templates;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;

/** What reports begin with, and short words that expand while somebody writes them. */
@Route(value = "admin/templates", layout = AdminLayout.class)
@Requires(Action.MANAGE_TEMPLATES)
public class TemplatesView extends Div implements HasDynamicTitle {

    private final Templates templates;
    private final UnorderedList list = new UnorderedList();

    TemplatesView(Templates templates, Snippets snippets) {
        this.templates = templates;
        addClassName("admin-page");
        list.addClassName("admin-list");
        add(new AdminHeading(getTranslation("admin.templates.title"), getTranslation("admin.templates.sentence")), list,
                new SnippetList(snippets));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.templates.title");
    }

    private void refresh() {
        list.removeAll();
        List<OfferedTemplate> all = templates.all();
        all.stream().sorted(Comparator.comparing(one -> one.template().name(), String.CASE_INSENSITIVE_ORDER))
                .forEach(one -> list.add(new TemplateItem(one, templates, this::refresh)));
    }
}
