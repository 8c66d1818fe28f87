package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.IOException;
import java.nio.file.Path;
import org.hospitalviewer.backup.Restores;
import org.hospitalviewer.backup.file.UnusableBackupException;
import org.hospitalviewer.backup.target.Fetched;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.ScreenUpdate;
import org.hospitalviewer.ui.admin.Banner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Restores a backup in the place of what is there; one that lies elsewhere is fetched first. */
final class RestoreDialog extends Dialog {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreDialog.class);

    private final RestoreSteps steps;
    private Fetched backup;

    /** Brings the file of a backup. */
    interface Fetching {
        Fetched fetch() throws IOException;
    }

    RestoreDialog(Restores restores) {
        setHeaderTitle(getTranslation("admin.backup.restore.title"));
        setWidth("min(36rem, 100%)");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        steps = new RestoreSteps(new RestoreSteps.Doors() {
            @Override
            public Restores.Preview preview(Path file, String key) throws UnusableBackupException {
                return restores.preview(file, key);
            }

            @Override
            public void restore(Path file, String key, boolean onlyDatabase, boolean images) throws UnusableBackupException {
                restores.restore(file, key, onlyDatabase, images);
            }

            @Override
            public boolean maySpareConfiguration() {
                return true;
            }
        }, this::cancel);
    }

    private void cancel() {
        backup.close();
        close();
    }

    /** Fetches on a thread of its own, and goes on with what came. */
    void open(Fetching fetching) {
        add(new Waiting(getTranslation("admin.backup.restore.fetching")));
        open();
        UI ui = UI.getCurrent();
        Thread.startVirtualThread(new DelegatingSecurityContextRunnable(() -> fetch(fetching, ui)));
    }

    private void fetch(Fetching fetching, UI ui) {
        try {
            Fetched fetched = fetching.fetch();
            if (!ScreenUpdate.of(ui, () -> begin(fetched))) {
                fetched.close();
            }
        } catch (IOException e) {
            LOG.warn("A backup cannot be had", e);
            tell(e.getMessage(), ui);
        }
    }

    private void begin(Fetched fetched) {
        backup = fetched;
        removeAll();
        add(steps);
        steps.begin(fetched.file(), "");
    }

    private void tell(String sentence, UI ui) {
        ScreenUpdate.of(ui, () -> {
            removeAll();
            add(new Banner(VaadinIcon.WARNING, Said.here(sentence), true));
            getFooter().add(new Button(getTranslation("admin.cancel"), _ -> close()));
        });
    }

    void open(Path file) {
        open();
        begin(Fetched.itself(file));
    }
}
