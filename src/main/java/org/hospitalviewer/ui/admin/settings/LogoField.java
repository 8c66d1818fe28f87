package org.hospitalviewer.ui.admin.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.hospitalviewer.clinical.paper.Logo;

/** The clinic's logo on paper: shown, replaced, removed. It counts at once, without the button that saves settings. */
final class LogoField extends Div {

    /** Sends the chosen file to where programs send theirs; gives a sentence when it is not taken. */
    private static final String SEND = """
            const [file] = this.files;
            this.value = '';
            if (!file) return '';
            if (file.size > $0) return $1;
            try {
              const answer = await fetch(new URL('api/letterhead/logo', document.baseURI), {method: 'PUT', body: file});
              return answer.ok ? '' : (await answer.json()).detail;
            } catch {
              return $2;
            }""";

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
            show("");
        });
        Anchor sample = new Anchor("api/letterhead/sample", getTranslation("admin.settings.logo.sample"));
        sample.setRouterIgnore(true);
        sample.setTarget(AnchorTarget.BLANK);
        Div actions = new Div(choice(), remove, sample);
        actions.addClassName("card-buttons");
        add(label, help, picture, problem, actions);
        show("");
    }

    /** The browser's own choice of a file, under a label that looks like a button. */
    private NativeLabel choice() {
        Element file = new Element("input").setAttribute("type", "file").setAttribute("accept", "image/png,image/jpeg");
        file.getClassList().add("only-heard");
        file.addEventListener("change", _ -> file.executeJs(SEND, Logo.MAX_BYTES,
                getTranslation("admin.settings.logo.rejected"), getTranslation("admin.settings.logo.failed"))
                .then(String.class, this::show));
        NativeLabel label = new NativeLabel(getTranslation("admin.settings.logo.choose"));
        label.addClassNames("button-link", "file-choice");
        label.getElement().appendChild(file);
        return label;
    }

    /** @param sentence what is wrong, empty for nothing */
    private void show(String sentence) {
        problem.setText(sentence);
        picture.removeAll();
        boolean present = logo.png().length > 0;
        if (present) {
            // Another address each time, since there may be another picture behind it.
            picture.add(new Image("api/letterhead/logo?at=" + System.currentTimeMillis(),
                    getTranslation("admin.settings.logo")));
        }
        picture.setVisible(present);
        remove.setVisible(present);
    }
}
