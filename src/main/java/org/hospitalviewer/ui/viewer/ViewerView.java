package org.hospitalviewer.ui.viewer;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import java.util.Map;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.ui.MessageProvider;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The reading room: one study in the image viewer, which asks DICOMweb for everything it shows. */
@Route("viewer/:study")
@Requires(Action.VIEW_IMAGES)
@JsModule("./viewer/dicom-viewer.ts")
class ViewerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Element viewer = new Element("dicom-viewer");

    ViewerView(MessageProvider messages) {
        addClassName("reading-room");
        viewer.setAttribute("dicomweb", "dicom-web");
        viewer.setAttribute("back", "worklist");
        viewer.setAttribute("back-label", getTranslation("viewer.back"));
        viewer.setAttribute("messages", json(messages.textsBelow("viewer.text.", getLocale())));
        getElement().appendChild(viewer);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String study = event.getRouteParameters().get("study").filter(UID::isAcceptable)
                .orElseThrow(NotFoundException::new);
        viewer.setAttribute("study", study);
        viewer.setAttribute("login", event.getLocation().getPath());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("viewer.page");
    }

    private static String json(Map<String, String> texts) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        texts.forEach(object::put);
        return object.toString();
    }
}
