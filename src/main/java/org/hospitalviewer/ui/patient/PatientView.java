package org.hospitalviewer.ui.patient;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveUnavailableException;
import org.hospitalviewer.clinical.note.Notes;
import org.hospitalviewer.clinical.patient.PatientNews;
import org.hospitalviewer.clinical.patient.PatientRecords;
import org.hospitalviewer.clinical.patient.PatientStudies;
import org.hospitalviewer.clinical.prescription.Prescriptions;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.ui.MainLayout;
import org.hospitalviewer.ui.admin.Banner;
import org.hospitalviewer.ui.admin.LiveUpdate;

/**
 * Everything of one patient. One of the studies leads to the patient: Patient IDs hold any character, and stand in no address.
 */
@Route(value = "patient/:study", layout = MainLayout.class)
@Requires(Action.SEARCH_STUDIES)
public class PatientView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String STUDY = "study";

    private final PatientRecords records;
    private final Notes notes;
    private final Prescriptions prescriptions;
    private final Div head = new Div();
    private final Div banners = new Div();
    private final EntryList entries;
    /** Somebody wrote something since the entries were read. */
    private final AtomicBoolean outdated = new AtomicBoolean();
    private String study = "";
    private volatile PatientStudies shown;

    PatientView(PatientRecords records, PatientNews news, Archive archive, Notes notes, Prescriptions prescriptions) {
        this.records = records;
        this.notes = notes;
        this.prescriptions = prescriptions;
        this.entries = new EntryList(records.visibleKinds(), new EntryWork(notes, prescriptions, this::reread));
        addClassName("patient");
        banners.addClassName("banners");
        Div page = new Div(head, banners, entries);
        page.addClassName("admin-page");
        add(page);
        LiveUpdate.follow(this, List.of(listener -> archive.subscribe(_ -> listener.run())::close,
                listener -> news.subscribe(changed -> told(changed, listener))), this::refresh);
    }

    static RouteParameters parametersOf(String studyInstanceUid) {
        return new RouteParameters(STUDY, studyInstanceUid);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("patient.page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        study = event.getRouteParameters().get(STUDY).orElse("");
        shown = null;
        if (!UID.isAcceptable(study) || !refreshed()) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void told(String studyInstanceUid, Runnable listener) {
        PatientStudies now = shown;
        if (now != null && now.study(studyInstanceUid).isPresent()) {
            outdated.set(true);
            listener.run();
        }
    }

    private void reread() {
        outdated.set(true);
        refresh();
    }

    private void refresh() {
        if (!refreshed()) {
            head.removeAll();
            entries.removeAll();
            tell(getTranslation("patient.gone"));
        }
    }

    /** What people wrote is read, and that noted in the audit log, only when there is something new. */
    private boolean refreshed() {
        try {
            Optional<PatientStudies> found = records.studiesWith(study);
            found.filter(now -> outdated.getAndSet(false) | !now.equals(shown)).ifPresent(this::show);
            return found.isPresent();
        } catch (ArchiveUnavailableException e) {
            shown = null;
            tell(getTranslation("worklist.absent") + " " + getTranslation("worklist.absent." + e.reason()));
            return true;
        }
    }

    private void tell(String problem) {
        banners.removeAll();
        banners.add(new Banner(VaadinIcon.WARNING, problem, true));
    }

    private void show(PatientStudies patient) {
        shown = patient;
        head.removeAll();
        head.addClassName("admin-head");
        head.add(new PatientHeading(patient.patient()), buttons(patient));
        banners.removeAll();
        if (patient.isUnnumbered()) {
            banners.add(new Banner(VaadinIcon.INFO_CIRCLE, getTranslation("patient.unnumbered"), false));
        }
        if (!patient.doubtful().isEmpty()) {
            banners.add(new DoubtfulStudies(patient.doubtful()));
        }
        if (patient.cut()) {
            banners.add(new Banner(VaadinIcon.WARNING, getTranslation("patient.cut"), true));
        }
        entries.show(patient, records.entriesOf(patient));
    }

    private Div buttons(PatientStudies patient) {
        Div buttons = new Div();
        buttons.addClassName("card-buttons");
        if (Account.current().may(Action.WRITE_NOTES)) {
            buttons.add(new Button(getTranslation("patient.note.add"), VaadinIcon.COMMENT_O.create(),
                    _ -> NoteDialog.forNew(notes, patient, this::reread).open()));
        }
        if (Account.current().may(Action.PRESCRIBE)) {
            Button prescribe = new Button(getTranslation("patient.prescribe"), VaadinIcon.PILLS.create(),
                    _ -> new PrescriptionDialog(prescriptions, patient, this::reread).open());
            prescribe.addThemeVariants(ButtonVariant.PRIMARY);
            buttons.add(prescribe);
        }
        return buttons;
    }
}
