package org.hospitalviewer.ui.upload;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.ui.MainLayout;
import org.hospitalviewer.ui.MessageProvider;
import org.hospitalviewer.ui.admin.AdminHeading;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Files of this computer on their way into the archive; {@code ?study=} names the study that documents belong to. */
@Route(value = "upload", layout = MainLayout.class)
@Requires(Action.STORE_IMAGES)
@JsModule("./upload/upload-desk.ts")
public class UploadView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Element desk = new Element("upload-desk");

    UploadView(MessageProvider messages) {
        addClassNames("admin-page", "upload");
        add(new AdminHeading(getTranslation("upload.title"), getTranslation("upload.sentence")));
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        messages.textsBelow("upload.text.", getLocale()).forEach(texts::put);
        desk.setAttribute("api", "api").setAttribute("dicomweb", "dicom-web").setAttribute("messages", texts.toString());
        getElement().appendChild(desk);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("study").filter(UID::isAcceptable)
                .ifPresent(study -> desk.setAttribute("study", study));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("upload.title");
    }
}
