package org.hospitalviewer.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.Optional;
import java.util.function.Supplier;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.clinical.InvalidEntryException;
import org.hospitalviewer.clinical.template.InvalidTemplateException;
import org.hospitalviewer.ui.admin.Banner;

/** A form that stays open, with all that was typed, until what it says is kept or given up on purpose. */
public abstract class KeptDialog extends Dialog {

    private final Div problem = new Div();
    private final Div form = new Div();

    protected KeptDialog(String title) {
        setHeaderTitle(title);
        setCloseOnEsc(false);
        setCloseOnOutsideClick(false);
        setWidth("min(40rem, 100%)");
        problem.addClassName("banners");
        form.addClassName("admin-form");
        add(problem, form);
    }

    protected final Div form() {
        return form;
    }

    /** A second press before the answer would do it twice. */
    protected final Button onceOnly(String text, Runnable work) {
        Button button = new Button(text);
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        button.addClickListener(_ -> {
            work.run();
            button.setEnabled(true);
        });
        return button;
    }

    protected final Button cancel() {
        return new Button(getTranslation("admin.cancel"), _ -> close());
    }

    protected final void tell(String sentence) {
        problem.removeAll();
        problem.add(new Banner(VaadinIcon.WARNING, sentence, true));
    }

    protected final void tellNothing() {
        problem.removeAll();
    }

    /**
     * Tries to keep it; closes after that.
     *
     * @param work empty when what it belongs to is gone
     * @param gone what to do then
     */
    protected final void keep(Supplier<Optional<?>> work, Runnable gone, Runnable done) {
        tellNothing();
        try {
            if (work.get().isPresent()) {
                close();
                done.run();
            } else {
                gone.run();
            }
        } catch (InvalidEntryException | InvalidTemplateException e) {
            tell(Said.here(e.getMessage()));
        } catch (ArchiveUnavailableException e) {
            tell(getTranslation("worklist.absent") + " " + getTranslation("worklist.absent." + e.reason()));
        }
    }
}
