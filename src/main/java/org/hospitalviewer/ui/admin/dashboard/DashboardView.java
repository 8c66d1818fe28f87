package org.hospitalviewer.ui.admin.dashboard;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.appliance.device.Devices;
import org.hospitalviewer.appliance.FreeSpace;
import org.hospitalviewer.appliance.job.JobService;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveHealth;
import org.hospitalviewer.archive.RemoteServer;
import org.hospitalviewer.archive.Upkeep;
import org.hospitalviewer.backup.Backups;
import org.hospitalviewer.clinical.report.ReadingList;
import org.hospitalviewer.clinical.report.ReportNews;
import org.hospitalviewer.sync.Sync;
import org.hospitalviewer.ui.Said;
import org.hospitalviewer.ui.ScreenUpdate;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.hospitalviewer.ui.admin.Banner;
import org.hospitalviewer.ui.admin.LiveUpdate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** How the appliance is, at a glance; what needs a hand comes first. */
@Route(value = "admin", layout = AdminLayout.class)
@Requires(Action.SEE_APPLIANCE)
public class DashboardView extends Div implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(DashboardView.class);
    private static final String FILE_CHECK = "file-check";

    private final Archive archive;
    private final JobService jobs;
    private final FreeSpace space;
    private final NetworkCard network;
    private final DevicesCard devices;
    private final Div banners = new Div();
    private final ArchiveCard archiveCard;
    private final JobsCard jobsCard;
    private final ReadingCard readingCard;
    private final SyncCard syncCard;
    private final BackupCard backupCard;

    DashboardView(Archive archive, JobService jobs, Devices deviceList, NetworkState networkState,
                  FreeSpace space, ReadingList reading, ReportNews news, Sync sync,
                  Backups backups) {
        this.archive = archive;
        this.jobs = jobs;
        this.space = space;
        this.archiveCard = new ArchiveCard(archive.remote().isEmpty());
        this.network = new NetworkCard(networkState);
        this.devices = new DevicesCard(deviceList);
        this.jobsCard = new JobsCard(jobs);
        this.readingCard = new ReadingCard(reading);
        this.syncCard = new SyncCard(sync);
        this.backupCard = new BackupCard(backups);
        addClassName("admin-page");
        banners.addClassName("banners");
        Div cards = new Div(archiveCard, readingCard, syncCard, backupCard, devices, jobsCard, network,
                new SupportCard());
        cards.addClassName("admin-cards");
        add(new AdminHeading(getTranslation("admin.dashboard.title"), getTranslation("admin.dashboard.sentence")),
                banners, cards);
        LiveUpdate.follow(this, List.of(
                listener -> archive.subscribe(_ -> listener.run())::close,
                deviceList::subscribe, news::subscribe,
                listener -> jobs.subscribe(_ -> listener.run())), this::draw);
        addAttachListener(event -> countInBackground(event.getUI()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("admin.dashboard.title");
    }

    private void draw() {
        ArchiveHealth health = archive.health();
        archiveCard.show(health);
        archive.remote().ifPresent(archiveCard::show);
        devices.draw();
        jobsCard.draw();
        readingCard.draw();
        syncCard.draw();
        backupCard.draw();
        network.draw();
        drawBanners(health);
    }

    private void drawBanners(ArchiveHealth health) {
        banners.removeAll();
        archive.remote().ifPresentOrElse(server -> drawRemoteBanners(server, health), () -> drawOwnBanners(health));
        if (network.isOpenWithoutEncryption()) {
            warn(VaadinIcon.UNLOCK, "admin.warning.open");
        }
        if (network.isRestartNeeded()) {
            banners.add(new Banner(VaadinIcon.REFRESH, getTranslation("admin.settings.restart"), false));
        }
    }

    private void drawOwnBanners(ArchiveHealth health) {
        if (!health.available()) {
            warn(VaadinIcon.WARNING, "admin.dashboard.archive.down");
        }
        switch (space.level()) {
            case ENOUGH -> { }
            case LOW -> warn(VaadinIcon.HARDDRIVE, "admin.dashboard.disk.low");
            case FULL -> warn(VaadinIcon.HARDDRIVE, "admin.dashboard.disk.full");
        }
        jobs.newestSucceededOf(FILE_CHECK).filter(run -> !jobs.findings(run.id()).isEmpty()).ifPresent(run ->
                banners.add(new Banner(VaadinIcon.FILE_REMOVE, getTranslation("admin.dashboard.files.damaged",
                        Said.here(run.message())), true)));
    }

    private void drawRemoteBanners(RemoteServer server, ArchiveHealth health) {
        if (!health.available()) {
            banners.add(new Banner(VaadinIcon.WARNING, getTranslation("admin.dashboard.remote.down",
                    Said.here(health.problem())),
                    true));
        }
        switch (server.risk()) {
            case NONE -> { }
            case OPEN -> warn(VaadinIcon.UNLOCK, "admin.dashboard.remote.open");
            case DEFAULT_PASSWORD -> warn(VaadinIcon.UNLOCK, "admin.dashboard.remote.default");
        }
    }

    private void warn(VaadinIcon icon, String key) {
        banners.add(new Banner(icon, getTranslation(key), true));
    }

    /** A large archive takes seconds to count; the screen does not wait for it. */
    private void countInBackground(UI ui) {
        Optional<Upkeep> upkeep = archive.upkeep();
        upkeep.ifPresent(care -> Thread.startVirtualThread(() -> {
            try {
                Upkeep.Size size = care.size();
                ScreenUpdate.of(ui, () -> archiveCard.show(size));
            } catch (DataAccessException e) {
                LOG.warn("The archive cannot be counted now: {}", e.getMessage());
            }
        }));
    }
}
