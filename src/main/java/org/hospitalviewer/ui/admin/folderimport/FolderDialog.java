package org.hospitalviewer.ui.admin.folderimport;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hospitalviewer.ingest.folder.FolderImport;
import org.hospitalviewer.ingest.folder.FolderListing;
import org.hospitalviewer.ingest.folder.InvalidFolderException;
import org.hospitalviewer.ui.Said;

/** Choosing a folder of the computer: drives and favourites, the way to where one is, the folders within. */
public final class FolderDialog extends Dialog {

    /** Until it keeps the focus: the dialog shows its content some frames later, and then takes the focus itself. */
    private static final String FOCUS = """
            let frames = 60;
            let kept = 0;
            const focus = () => {
              kept = this.contains(document.activeElement) ? kept + 1 : 0;
              if (kept === 0) {
                this.focus();
              }
              if (kept < 10 && frames-- > 0 && this.isConnected) {
                requestAnimationFrame(focus);
              }
            };
            focus();""";

    private final FolderImport imports;
    private final Nav places = new Nav();
    private final Nav breadcrumb = new Nav();
    private final Div folders = new Div();
    private final Button choose;
    private String shown = "";

    /**
     * A dialog to be opened.
     *
     * @param begin  where it begins; the drives when there is no such folder
     * @param chosen gets the path of the chosen folder
     */
    public FolderDialog(FolderImport imports, String begin, Consumer<String> chosen) {
        this.imports = imports;
        setHeaderTitle(getTranslation("admin.import.dialog"));
        setWidth("min(46rem, 100%)");
        addClassName("folder-dialog");
        places.addClassName("folder-places");
        places.setAriaLabel(getTranslation("admin.import.places"));
        breadcrumb.addClassName("folder-breadcrumb");
        breadcrumb.setAriaLabel(getTranslation("admin.import.breadcrumb"));
        folders.addClassName("folder-list");
        choose = new Button(getTranslation("admin.import.choose"), _ -> {
            chosen.accept(shown);
            close();
        });
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        Div within = new Div(breadcrumb, folders);
        within.addClassName("folder-within");
        Div content = new Div(places, within);
        content.addClassName("folder-content");
        add(content);
        getFooter().add(new Button(getTranslation("admin.cancel"), _ -> close()), choose);
        try {
            draw(imports.list(begin));
        } catch (InvalidFolderException e) {
            draw(imports.list(""));
        }
    }

    private void go(String path) {
        try {
            draw(imports.list(path));
        } catch (InvalidFolderException e) {
            Paragraph why = quiet(Said.here(e.getMessage()));
            why.getElement().setAttribute("role", "alert");
            folders.removeAll();
            folders.add(why);
            breadcrumb.getChildren().reduce((_, last) -> last).ifPresent(last -> last.getElement().executeJs(FOCUS));
        }
    }

    private void draw(FolderListing listing) {
        shown = listing.path();
        choose.setEnabled(!shown.isEmpty());
        places.removeAll();
        place(getTranslation("admin.import.drives"), "", VaadinIcon.DESKTOP);
        listing.roots().stream().filter(_ -> listing.roots().size() > 1)
                .forEach(root -> place(root.name(), root.path(), VaadinIcon.HARDDRIVE));
        listing.favourites().forEach(one -> place(one.name(), one.path(), VaadinIcon.STAR_O));
        breadcrumb.removeAll();
        List<FolderListing.Place> way = listing.breadcrumb();
        for (FolderListing.Place step : way) {
            Button button = new Button(step.name(), _ -> go(step.path()));
            button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            if (step.equals(way.getLast())) {
                button.getElement().setAttribute("aria-current", "location");
            }
            breadcrumb.add(button);
        }
        drawFolders(listing);
    }

    private void place(String name, String path, VaadinIcon icon) {
        Button button = new Button(name, icon.create(), _ -> go(path));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setTooltipText(path);
        places.add(button);
    }

    private void drawFolders(FolderListing listing) {
        folders.removeAll();
        List<FolderListing.Place> rows = new ArrayList<>();
        if (listing.parent() != null) {
            rows.add(new FolderListing.Place(getTranslation("admin.import.up"), listing.parent(), true));
        }
        rows.addAll(listing.folders());
        ListBox<FolderListing.Place> list = new ListBox<>();
        list.setItems(rows);
        list.setItemEnabledProvider(FolderListing.Place::readable);
        list.setRenderer(new ComponentRenderer<>(one -> {
            boolean up = listing.parent() != null && one == rows.getFirst();
            Div row = new Div((up ? VaadinIcon.ARROW_UP : one.readable() ? VaadinIcon.FOLDER : VaadinIcon.LOCK).create(),
                    new Span(one.name()));
            row.addClassName("folder-row");
            return row;
        }));
        list.getElement().setAttribute("aria-label", getTranslation("admin.import.folders"));
        list.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                go(event.getValue().path());
            }
        });
        folders.add(list);
        if (listing.folders().isEmpty()) {
            folders.add(quiet(getTranslation("admin.import.no-folders")));
        }
        if (listing.truncated()) {
            folders.add(quiet(getTranslation("admin.import.truncated")));
        }
        list.getElement().executeJs(FOCUS);
    }

    private static Paragraph quiet(String sentence) {
        Paragraph paragraph = new Paragraph(sentence);
        paragraph.addClassName("quiet");
        return paragraph;
    }
}
