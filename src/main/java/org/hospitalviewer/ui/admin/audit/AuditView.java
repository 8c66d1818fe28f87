package org.hospitalviewer.ui.admin.audit;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditEntry;
import org.hospitalviewer.access.AuditFilter;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;

/** Who did what, and whether they were let; read here, filtered and taken away as a table. */
@Route(value = "admin/audit", layout = AdminLayout.class)
@Requires(Action.READ_AUDIT_LOG)
public class AuditView extends Div implements HasDynamicTitle {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final AuditLog audit;
    private final Grid<AuditEntry> grid = new Grid<>();
    private final Span count = new Span();
    private AuditFilter filter = AuditFilter.ALL;

    AuditView(AuditLog audit) {
        this.audit = audit;
        addClassNames("admin-page", "audit");
        audit.record(Action.READ_AUDIT_LOG.name(), "AUDIT_LOG", "screen", AuditLog.Result.SUCCESS);
        Anchor export = new Anchor(new AuditExport(audit, () -> filter), getTranslation("admin.audit.export"));
        export.addClassName("button-link");
        Div head = new Div(new AdminHeading(getTranslation("admin.audit.title"),
                getTranslation("admin.audit.sentence")), export);
        head.addClassName("admin-head");
        count.addClassName("quiet");
        count.getElement().setAttribute("role", "status");
        columns();
        add(head, new AuditFilterBar(audit.actions(), this::show), count, grid);
        show(filter);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.audit.title");
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.NO_BORDER);
        grid.addColumn(entry -> entry.time().atZone(ZoneId.systemDefault()).format(TIME))
                .setHeader(getTranslation("admin.audit.time")).setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(AuditEntry::username).setHeader(getTranslation("admin.audit.user")).setAutoWidth(true);
        grid.addColumn(entry -> AuditFilterBar.words(entry.action())).setHeader(getTranslation("admin.audit.action")).setAutoWidth(true);
        grid.addComponentColumn(this::result).setHeader(getTranslation("admin.audit.result")).setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(AuditEntry::resourceId).setHeader(getTranslation("admin.audit.resource"))
                .setTooltipGenerator(AuditEntry::resourceId).setFlexGrow(3);
        grid.addColumn(AuditEntry::ipAddress).setHeader(getTranslation("admin.audit.address")).setAutoWidth(true);
    }

    private Span result(AuditEntry entry) {
        Span badge = new Span(getTranslation("admin.audit.result." + entry.result()));
        badge.addClassNames("state", entry.result().equals("SUCCESS") ? "state-good" : "state-bad");
        return badge;
    }

    private void show(AuditFilter wanted) {
        filter = wanted;
        grid.setItems(query -> audit.find(wanted, query.getOffset(), query.getLimit()).stream(),
                _ -> audit.count(wanted));
        count.setText(getTranslation("admin.audit.count", audit.count(wanted)));
    }
}
