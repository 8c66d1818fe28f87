package org.hospitalviewer.ui.worklist;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.ui.admin.Banner;

/** Says above the list that the archive does not answer, and why; it goes when the archive is back. */
final class AbsenceNote extends Div {

    private final Runnable retry;

    AbsenceNote(Runnable retry) {
        this.retry = retry;
        addClassName("banners");
        setVisible(false);
    }

    void show(ArchiveUnavailableException.Reason reason) {
        removeAll();
        Banner banner = new Banner(VaadinIcon.WARNING, getTranslation("worklist.absent") + " "
                + getTranslation("worklist.absent." + reason), true);
        Button again = new Button(getTranslation("worklist.absent.retry"), _ -> retry.run());
        again.addThemeVariants(ButtonVariant.TERTIARY);
        banner.add(again);
        add(banner);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
