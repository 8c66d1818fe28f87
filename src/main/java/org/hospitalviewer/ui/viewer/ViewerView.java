package org.hospitalviewer.ui.viewer;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.Map;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.StudyChange;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.ui.MessageProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The reading room: one study in the image viewer, which asks DICOMweb for everything it shows. */
@Route("viewer/:study")
@Requires(Action.VIEW_IMAGES)
@JsModule("./viewer/dicom-viewer.ts")
class ViewerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ViewerView.class);

    private final Archive archive;
    private String shown;
    private final Element viewer = new Element("dicom-viewer");

    ViewerView(MessageProvider messages, Archive archive) {
        this.archive = archive;
        addClassName("reading-room");
        viewer.setAttribute("dicomweb", "dicom-web");
        viewer.setAttribute("changes", "api/changes");
        viewer.setAttribute("reader", Long.toString(Account.current().id()));
        viewer.setAttribute("back", "worklist");
        viewer.setAttribute("back-label", getTranslation("viewer.back"));
        viewer.setAttribute("messages", json(messages.textsBelow("viewer.text.", getLocale())));
        viewer.setAttribute("measurements", "api/measurements");
        viewer.setAttribute("preferences", "api/preferences");
        viewer.setAttribute("pictures-only", !Account.current().may(Action.EXPORT_IMAGES));
        if (Account.current().may(Action.EXPORT_IMAGES)) {
            viewer.setAttribute("study-zip", "api/studies/{study}/zip");
        }
        viewer.setAttribute("measurements-readonly", !Account.current().may(Action.MEASURE_IMAGES));
        getElement().appendChild(viewer);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String study = event.getRouteParameters().get("study").filter(UID::isAcceptable)
                .orElseThrow(NotFoundException::new);
        shown = study;
        viewer.setAttribute("study", study);
        viewer.setAttribute("login", event.getLocation().getPath());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("viewer.page");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        Archive.Subscription subscription = archive.subscribe(change -> {
            if (change.studyInstanceUid().equals(shown) && change.kind() == StudyChange.Kind.DELETED) {
                tellOfDeletion(ui);
            }
        });
        addDetachListener(detached -> {
            subscription.close();
            detached.unregisterListener();
        });
    }

    /** Nobody goes on reading a study that is no longer in the archive. */
    private void tellOfDeletion(UI ui) {
        try {
            ui.access(() -> {
                viewer.removeFromParent();
                removeAll();
                Div notice = new Div(VaadinIcon.TRASH.create(), new H2(getTranslation("viewer.deleted")),
                        new Paragraph(getTranslation("viewer.deleted.advice")),
                        new Anchor("worklist", getTranslation("viewer.back")));
                notice.addClassName("empty-state");
                notice.getElement().setAttribute("role", "alert");
                add(notice);
            });
        } catch (UIDetachedException e) {
            LOG.debug("The viewer was closed before it could be told", e);
        }
    }

    private static String json(Map<String, String> texts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        texts.forEach(object::put);
        return object.toString();
    }
}
