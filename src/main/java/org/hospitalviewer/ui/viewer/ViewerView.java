package org.hospitalviewer.ui.viewer;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.dicom.data.UID;

/** The reading room: one study in the image viewer, which asks DICOMweb for everything it shows. */
@Route("viewer/:study")
@Requires(Action.VIEW_IMAGES)
@JsModule("./viewer/dicom-viewer.ts")
class ViewerView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Element viewer = new Element("dicom-viewer");

    ViewerView() {
        addClassName("reading-room");
        viewer.setAttribute("dicomweb", "dicom-web");
        viewer.setAttribute("back", "./");
        viewer.setAttribute("back-label", getTranslation("viewer.back"));
        getElement().appendChild(viewer);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String study = event.getRouteParameters().get("study").filter(UID::isValid)
                .orElseThrow(NotFoundException::new);
        viewer.setAttribute("study", study);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("viewer.page");
    }
}
