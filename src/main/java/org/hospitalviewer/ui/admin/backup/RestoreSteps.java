package org.hospitalviewer.ui.admin.backup;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.Path;
import java.util.Locale;
import org.hospitalviewer.backup.Restores;
import org.hospitalviewer.backup.file.UnusableBackupException;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.ScreenUpdate;
import org.hospitalviewer.ui.admin.Banner;
import org.hospitalviewer.ui.admin.Readable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** From a file to its restore: the key where it is needed, what is in it, the last question, and the wait for the new start. */
public final class RestoreSteps extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreSteps.class);
    private static final String ALL = "all";
    private static final String DATABASE = "database";

    private final Doors doors;
    private final Runnable cancel;
    private final Div trouble = new Div();
    private final Div step = new Div();
    private final TextField key = new TextField(getTranslation("admin.backup.restore.key"));
    private Path file;

    /** What is done behind the screen. */
    public interface Doors {

        Restores.Preview preview(Path file, String key) throws UnusableBackupException;

        void restore(Path file, String key, boolean onlyDatabase, boolean images) throws UnusableBackupException;

        /** Whether the configuration that is here could stay. */
        boolean maySpareConfiguration();
    }

    public RestoreSteps(Doors doors, Runnable cancel) {
        this.doors = doors;
        this.cancel = cancel;
        addClassName("restore-steps");
        trouble.addClassName("banners");
        step.addClassName("restore-step");
        key.setPlaceholder("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX");
        key.setHelperText(getTranslation("admin.backup.restore.key.help"));
        key.setWidthFull();
        add(trouble, step);
    }

    /**
     * Begins with a file.
     *
     * @param typedKey empty to try the key of this appliance
     */
    public void begin(Path chosen, String typedKey) {
        file = chosen;
        key.setValue(typedKey);
        look();
    }

    private void look() {
        trouble.removeAll();
        try {
            show(doors.preview(file, key.getValue()));
        } catch (UnusableBackupException e) {
            tell(Said.here(e.getMessage()));
            if (e.reason() == UnusableBackupException.Reason.WRONG_KEY) {
                askForKey();
            } else {
                show(new Div(), close());
            }
        }
    }

    private void tell(String sentence) {
        trouble.add(new Banner(VaadinIcon.WARNING, sentence, true));
    }

    private void askForKey() {
        Button go = new Button(getTranslation("admin.backup.restore.continue"), _ -> look());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        show(key, close(), go);
    }

    private Button close() {
        return new Button(getTranslation("admin.cancel"), _ -> cancel.run());
    }

    private void show(Component content, Button... buttons) {
        Div row = new Div(buttons);
        row.addClassNames("card-buttons", "restore-buttons");
        step.removeAll();
        step.add(content, row);
    }

    private void show(Restores.Preview preview) {
        Locale locale = UI.getCurrent().getLocale();
        DescriptionList facts = new DescriptionList();
        fact(facts, "admin.backup.restore.made", Readable.moment(preview.createdAt(), locale));
        fact(facts, "admin.backup.restore.program", preview.program());
        fact(facts, "admin.backup.restore.size", Readable.bytes(preview.bytes(), locale));
        preview.rows().forEach((table, rows) -> fact(facts, "admin.backup.count." + table, String.format(locale, "%,d", rows)));
        RadioButtonGroup<String> scope = new RadioButtonGroup<>(getTranslation("admin.backup.restore.what"));
        scope.setItems(ALL, DATABASE);
        scope.setItemLabelGenerator(value -> getTranslation("admin.backup.restore.what." + value));
        scope.setValue(preview.configuration() ? ALL : DATABASE);
        scope.setVisible(preview.configuration() && doors.maySpareConfiguration());
        Paragraph warning = new Paragraph(getTranslation(doors.maySpareConfiguration() ? "admin.backup.restore.warning"
                : "admin.backup.restore.warning.first"));
        Checkbox images = new Checkbox(getTranslation("admin.backup.restore.images", preview.images(),
                Readable.bytes(preview.imageBytes(), locale)), preview.images() > 0);
        images.setHelperText(getTranslation("admin.backup.restore.images.help"));
        images.addClassName("restore-images");
        images.setVisible(preview.images() > 0);
        Button go = new Button(getTranslation("admin.backup.restore.go"),
                _ -> restore(scope.getValue().equals(DATABASE), images.getValue()));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setDisableOnClick(true);
        show(new Div(facts, scope, images, warning), close(), go);
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    /** On a thread of its own: a large backup is read for minutes before anything is stopped. */
    private void restore(boolean onlyDatabase, boolean images) {
        UI ui = UI.getCurrent();
        trouble.removeAll();
        step.removeAll();
        ProgressBar bar = new ProgressBar();
        bar.setIndeterminate(true);
        bar.getElement().setAttribute("aria-label", getTranslation("admin.backup.restore.checking"));
        Paragraph sentence = new Paragraph(getTranslation("admin.backup.restore.checking"));
        sentence.getElement().setAttribute("role", "status");
        step.add(sentence, bar);
        String typed = key.getValue();
        Thread.startVirtualThread(new DelegatingSecurityContextRunnable(() -> {
            Runnable outcome = outcome(typed, onlyDatabase, images, sentence);
            ScreenUpdate.of(ui, outcome);
        }));
    }

    private Runnable outcome(String typed, boolean onlyDatabase, boolean images, Paragraph sentence) {
        try {
            doors.restore(file, typed, onlyDatabase, images);
            return () -> {
                sentence.setText(getTranslation("admin.backup.restore.starting"));
                awaitNewStart();
            };
        } catch (UnusableBackupException | RuntimeException e) {
            LOG.warn("The restore did not begin", e);
            return () -> {
                tell(Said.here(e.getMessage()));
                show(new Div(), close());
            };
        }
    }

    /**
     * While the program restores, the page of the start tells how far it is, or why it failed, and leads to the login. It is
     * put in the place of this one instead of being gone to: for moments nobody answers, and a browser that went there then
     * would be lost.
     */
    private void awaitNewStart() {
        getElement().executeJs("""
                let gone = false;
                const become = page => {
                  history.replaceState(null, '', new URL('login', document.baseURI));
                  document.documentElement.innerHTML = page.documentElement.innerHTML;
                  new Function(page.querySelector('script').textContent)();
                };
                const look = async () => {
                  try {
                    const answer = await fetch('actuator/health', {cache: 'no-store', signal: AbortSignal.timeout(5000)});
                    if (gone && answer.ok) {
                      location.replace('login');
                      return;
                    }
                    if (answer.status === 503) {
                      gone = true;
                      const start = await fetch('login', {cache: 'no-store'});
                      const page = new DOMParser().parseFromString(await start.text(), 'text/html');
                      if (start.status === 503 && page.querySelector('#next')) {
                        become(page);
                        return;
                      }
                    }
                  } catch {
                    gone = true;
                  }
                  setTimeout(look, 400);
                };
                look();
                """);
    }
}
