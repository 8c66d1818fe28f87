package org.hospitalviewer.ui.admin.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.util.concurrent.atomic.AtomicLong;
import org.hospitalviewer.clinical.paper.InvalidLogoException;
import org.hospitalviewer.clinical.paper.Logo;

/** The clinic's logo on paper: shown, replaced, removed. It counts at once, without the button that saves settings. */
final class LogoField extends Div {

    /** Makes the browser fetch a logo that has another picture under the same address. */
    private static final AtomicLong SHOWN = new AtomicLong(System.currentTimeMillis());

    private final Logo logo;
    private final Div picture = new Div();
    private final Span problem = new Span();
    private final Button remove = new Button(getTranslation("admin.settings.logo.remove"));

    LogoField(Logo logo) {
        this.logo = logo;
        addClassName("logo-field");
        Span label = new Span(getTranslation("admin.settings.logo"));
        label.addClassName("device-name");
        Span help = new Span(getTranslation("admin.settings.logo.help"));
        help.addClassName("quiet");
        picture.addClassName("logo-picture");
        problem.addClassName("state-bad");
        problem.getElement().setAttribute("role", "alert");
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.addClickListener(_ -> {
            logo.remove();
            show();
        });
        Anchor sample = new Anchor("api/letterhead/sample", getTranslation("admin.settings.logo.sample"));
        sample.setRouterIgnore(true);
        sample.setTarget(AnchorTarget.BLANK);
        Div actions = new Div(upload(), remove, sample);
        actions.addClassName("card-buttons");
        add(label, help, picture, problem, actions);
        show();
    }

    private Upload upload() {
        Upload upload = new Upload(UploadHandler.inMemory((_, bytes) -> replace(bytes)));
        upload.setUploadButton(new Button(getTranslation("admin.settings.logo.choose")));
        upload.setDropAllowed(false);
        upload.setAcceptedMimeTypes("image/png", "image/jpeg");
        upload.setMaxFileSize(Logo.MAX_BYTES);
        upload.addFileRejectedListener(_ -> tell(getTranslation("admin.settings.logo.rejected")));
        upload.addAllFinishedListener(_ -> upload.clearFileList());
        return upload;
    }

    private void replace(byte[] bytes) {
        try {
            logo.replace(bytes);
            show();
        } catch (InvalidLogoException e) {
            tell(e.getMessage());
        }
    }

    private void tell(String sentence) {
        problem.setText(sentence);
    }

    private void show() {
        tell("");
        picture.removeAll();
        boolean present = logo.png().length > 0;
        if (present) {
            picture.add(new Image("api/letterhead/logo?shown=" + SHOWN.incrementAndGet(), getTranslation("admin.settings.logo")));
        }
        picture.setVisible(present);
        remove.setVisible(present);
    }
}
