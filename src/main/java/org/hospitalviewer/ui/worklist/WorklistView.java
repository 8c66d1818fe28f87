package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.data.provider.QuerySortOrder;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.shared.Registration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.appliance.FreeSpace;
import org.hospitalviewer.ui.admin.Banner;
import org.hospitalviewer.ui.admin.LiveUpdate;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.archive.SortKey;
import org.hospitalviewer.clinical.report.ListedStudy;
import org.hospitalviewer.clinical.report.ReadingWorklist;
import org.hospitalviewer.clinical.report.ReportNews;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.study.StudyPublishing;
import org.hospitalviewer.ui.MainLayout;

/** The studies of the archive, newest first, following what arrives. */
@Route(value = "worklist", layout = MainLayout.class)
@Requires(Action.SEARCH_STUDIES)
@JsModule("./viewer/warm-up.ts")
@Uses(ConfirmDialog.class) // by actions, which nothing here names
@Uses(Notification.class)
public class WorklistView extends Div implements HasDynamicTitle {

    /** Below this width, in CSS pixels, one column of cards replaces the table. */
    private static final int TABLE_WIDTH = 760;

    /** Key of the row that a keyboard event of the table came from, in JavaScript; empty elsewhere. */
    private static final String ROW_OF_EVENT = "(element.getEventContext(event).item?.key ?? '')";

    private final Archive archive;
    private final ReadingWorklist studies;
    private final StudyPublishing publishing;
    private final AuditLog audit;
    private final Grid<StudyRow> grid = new Grid<>();
    private final Grid.Column<StudyRow> card;
    private Grid.Column<StudyRow> menu;
    private final AbsenceNote absence = new AbsenceNote(this::refresh);
    private StudyFilter filter = StudyFilter.NONE;

    WorklistView(Archive archive, ReadingWorklist studies, StudyPublishing publishing, ReportNews news, AuditLog audit,
                 List<StudyAction> actions, FreeSpace space) {
        this.archive = archive;
        this.studies = studies;
        this.publishing = publishing;
        this.audit = audit;
        addClassName("worklist");
        card = grid.addColumn(StudyCell.card(getTranslation("worklist.open"),
                study -> getTranslation("worklist.card.images", study.instanceCount()), this::reported,
                getTranslation("worklist.report.urgent"), getTranslation("worklist.published")))
                .setHeader(getTranslation("worklist.card.header"));
        addColumns();
        addMenu(actions.stream().filter(StudyAction::isOffered).sorted(Comparator.comparingInt(StudyAction::order))
                .toList());
        grid.addClassName("worklist-grid");
        grid.addThemeVariants(GridVariant.ROW_STRIPES, GridVariant.NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(event -> open(event.getItem()));
        openByEnter();
        setItems();
        LiveUpdate.follow(this, List.of(listener -> archive.subscribe(_ -> listener.run())::close, news::subscribe,
                publishing::subscribe), this::refresh);
        add(new FilterBar(studies.offered(), keptFilter(), this::narrow));
        if (Account.current().may(Action.SEE_APPLIANCE) && archive.remote().isEmpty()) {
            addNote(space.level());
        }
        add(absence, grid);
    }

    /** Only administrators can make room. */
    private void addNote(FreeSpace.Level level) {
        switch (level) {
            case ENOUGH -> { }
            case LOW -> add(new Banner(VaadinIcon.HARDDRIVE, getTranslation("admin.dashboard.disk.low"), true));
            case FULL -> add(new Banner(VaadinIcon.HARDDRIVE, getTranslation("admin.dashboard.disk.full"), true));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("worklist.page");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().retrieveExtendedClientDetails(details -> fit(details.getWindowInnerWidth()));
        Registration resizing = event.getUI().getPage()
                .addBrowserWindowResizeListener(resize -> fit(resize.getWidth()));
        addDetachListener(detached -> {
            resizing.remove();
            detached.unregisterListener();
        });
    }

    /** Counting takes another server long: there the list grows as somebody scrolls. */
    private void setItems() {
        if (archive.remote().isPresent()) {
            grid.setItems(query -> page(query.getOffset(), query.getLimit(), query.getSortOrders()));
        } else {
            grid.setItems(query -> page(query.getOffset(), query.getLimit(), query.getSortOrders()),
                    _ -> Math.toIntExact(studies.count(query(List.of(), 0, 0), filter.reading())));
        }
    }

    private void refresh() {
        absence.hide();
        showEmptyState();
        grid.getDataProvider().refreshAll();
    }

    private void addColumns() {
        grid.addColumn(StudyCell.patient(getTranslation("worklist.open"))).setHeader(getTranslation("worklist.name"))
                .setSortProperty("PatientName").setFlexGrow(3).setWidth("12rem");
        text("worklist.id", StudyRow::patientId, "7.5rem", 1).setSortProperty("PatientID");
        text("worklist.birthdate", StudyRow::birthDate, "7rem", 0);
        text("worklist.sex", StudyRow::sex, "3.5rem", 0);
        Grid.Column<StudyRow> date = grid.addColumn(StudyCell.dateAndTime()).setWidth("10.5rem").setFlexGrow(0)
                .setHeader(getTranslation("worklist.date")).setSortProperty("StudyDate");
        grid.addColumn(StudyCell.modalities()).setHeader(getTranslation("worklist.modality")).setWidth("5.5rem")
                .setFlexGrow(0);
        grid.addColumn(StudyCell.description(getTranslation("worklist.published")))
                .setHeader(getTranslation("worklist.description")).setWidth("9rem").setFlexGrow(3).setSortProperty("StudyDescription");
        text("worklist.accession", StudyRow::accessionNumber, "9rem", 1).setSortProperty("AccessionNumber");
        grid.addColumn(StudyCell.report(this::reported, getTranslation("worklist.report.urgent")))
                .setHeader(getTranslation("worklist.report")).setWidth("8rem").setFlexGrow(1);
        count("worklist.series", StudyRow::seriesCount);
        count("worklist.images", StudyRow::instanceCount);
        grid.sort(List.of(new GridSortOrder<>(date, SortDirection.DESCENDING)));
    }

    private String reported(StudyRow study) {
        return study.report() == null ? "" : getTranslation("worklist.report." + study.report());
    }

    /** On a phone, too. */
    private void addMenu(List<StudyAction> offered) {
        if (!offered.isEmpty()) {
            menu = grid.addColumn(StudyCell.menu(getTranslation("worklist.menu"),
                            study -> new StudyMenu(study, offered).open()))
                    .setHeader(menuHeader()).setWidth("4rem").setFlexGrow(0).setFrozenToEnd(true);
        }
    }

    private Span menuHeader() {
        Span header = new Span(getTranslation("worklist.menu"));
        header.addClassName("only-heard");
        return header;
    }

    private Grid.Column<StudyRow> text(String key, Function<StudyRow, String> value, String width, int grow) {
        return grid.addColumn(value::apply).setHeader(getTranslation(key)).setWidth(width).setFlexGrow(grow);
    }

    private void count(String key, Function<StudyRow, Integer> value) {
        grid.addColumn(value::apply).setHeader(getTranslation(key)).setWidth("4.75rem").setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
    }

    private void fit(int width) {
        boolean table = width >= TABLE_WIDTH;
        grid.getColumns().forEach(column -> column.setVisible(table || column == menu));
        card.setVisible(!table);
    }

    private void narrow(StudyFilter newFilter) {
        filter = newFilter;
        VaadinSession.getCurrent().setAttribute(StudyFilter.class, filter);
        audit.searched(filter.toString());
        refresh();
    }

    /** Who comes back from the images of a study finds the list as it was, until the logout. */
    private static StudyFilter keptFilter() {
        return Objects.requireNonNullElse(VaadinSession.getCurrent().getAttribute(StudyFilter.class), StudyFilter.NONE);
    }

    private void showEmptyState() {
        grid.setEmptyStateComponent(filter.equals(StudyFilter.NONE)
                ? emptyState("worklist.empty", "worklist.empty.advice")
                : emptyState("worklist.nomatch", "worklist.nomatch.advice"));
    }

    private Stream<StudyRow> page(int offset, int limit, List<QuerySortOrder> order) {
        try {
            List<ListedStudy> page = studies.find(query(order, offset, limit), filter.reading());
            Set<String> marked = publishing.marked(page.stream().map(WorklistView::uid).toList());
            return page.stream().map(study -> StudyRow.of(study, marked.contains(uid(study)), getLocale()));
        } catch (ArchiveUnavailableException e) {
            absence.show(e.reason());
            grid.setEmptyStateComponent(new Div());
            return Stream.empty();
        }
    }

    private static String uid(ListedStudy study) {
        return study.study().getString(Tag.StudyInstanceUID, "");
    }

    private ArchiveQuery query(List<QuerySortOrder> order, int offset, int limit) {
        return ArchiveQuery.of(QueryLevel.STUDY, filter.matches(), offset, limit)
                .orderedBy(order.stream().map(WorklistView::sortKey).toList());
    }

    private static SortKey sortKey(QuerySortOrder order) {
        int tag = switch (order.getSorted()) {
            case "PatientName" -> Tag.PatientName;
            case "PatientID" -> Tag.PatientID;
            case "StudyDescription" -> Tag.StudyDescription;
            case "AccessionNumber" -> Tag.AccessionNumber;
            default -> Tag.StudyDate;
        };
        return new SortKey(tag, order.getDirection() == SortDirection.DESCENDING);
    }

    private void open(StudyRow study) {
        getUI().ifPresent(ui -> ui.getPage().setLocation("viewer/" + study.studyInstanceUid()));
    }

    /** On a link Enter works by itself; elsewhere in a row the table would only move the focus to that link. */
    private void openByEnter() {
        grid.getElement().addEventListener("keydown", event -> {
            String key = event.getEventData().get(ROW_OF_EVENT).asString();
            open(grid.getDataCommunicator().getKeyMapper().get(key));
        }).addEventData(ROW_OF_EVENT).setFilter("event.key === 'Enter' && event.composedPath()[0].localName !== 'a' && "
                + ROW_OF_EVENT + " !== ''");
    }

    private Div emptyState(String headline, String advice) {
        Div empty = new Div(VaadinIcon.INBOX.create(), new H2(getTranslation(headline)),
                new Paragraph(getTranslation(advice)));
        empty.addClassName("empty-state");
        return empty;
    }
}
