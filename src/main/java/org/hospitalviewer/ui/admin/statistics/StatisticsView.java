package org.hospitalviewer.ui.admin.statistics;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.OptionalLong;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.Requires;
import org.hospitalviewer.appliance.FreeSpace;
import org.hospitalviewer.archive.Archive;
import org.hospitalviewer.archive.ArchiveStatistics;
import org.hospitalviewer.archive.Upkeep;
import org.hospitalviewer.ui.ScreenUpdate;
import org.hospitalviewer.ui.admin.AdminHeading;
import org.hospitalviewer.ui.admin.AdminLayout;
import org.hospitalviewer.ui.admin.Readable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** What came into the archive: by month and modality, by device, and how long the disk lasts. */
@Route(value = "admin/statistics", layout = AdminLayout.class)
@Requires(Action.SEE_APPLIANCE)
public class StatisticsView extends Div implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(StatisticsView.class);

    private final Archive archive;
    private final FreeSpace space;
    private final Div tables = new Div();

    StatisticsView(Archive archive, FreeSpace space) {
        this.archive = archive;
        this.space = space;
        addClassName("admin-page");
        tables.addClassName("statistics");
        add(new AdminHeading(getTranslation("statistics.title"), getTranslation("statistics.sentence")), tables);
        archive.upkeep().ifPresentOrElse(upkeep -> addAttachListener(event -> count(event.getUI(), upkeep)),
                () -> tables.add(new Paragraph(getTranslation("statistics.remote"))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("statistics.title");
    }

    /** A large archive takes seconds to count; the screen does not wait for it. */
    private void count(UI ui, Upkeep upkeep) {
        tables.removeAll();
        tables.add(new Paragraph(getTranslation("statistics.counting")));
        Thread.startVirtualThread(() -> {
            try {
                ArchiveStatistics statistics = upkeep.statistics();
                long free = archive.health().freeBytes();
                ScreenUpdate.of(ui, () -> show(statistics, free));
            } catch (DataAccessException e) {
                LOG.warn("The archive cannot be counted now: {}", e.getMessage());
                ScreenUpdate.of(ui, this::failed);
            }
        });
    }

    private void failed() {
        tables.removeAll();
        tables.add(new Paragraph(getTranslation("statistics.failed")));
    }

    private void show(ArchiveStatistics statistics, long freeBytes) {
        tables.removeAll();
        OptionalLong days = space.daysLeft(freeBytes, statistics.last30Days());
        tables.add(new Paragraph(getTranslation("statistics.growth",
                Readable.bytes(statistics.last30Days(), getLocale()), Readable.bytes(freeBytes, getLocale()))));
        days.ifPresent(left -> tables.add(new Paragraph(getTranslation("statistics.days", number(left)))));
        FigureTable months = new FigureTable(heads("statistics.month", "statistics.modality", "statistics.studies",
                "statistics.images", "statistics.size"), 2);
        statistics.months().forEach(month -> months.add(List.of(text(month.month()), word(month.modality()),
                number(month.studies()), number(month.images()), Readable.bytes(month.bytes(), getLocale()))));
        FigureTable stations = new FigureTable(heads("statistics.station", "statistics.series", "statistics.images"), 1);
        statistics.stations().forEach(station -> stations.add(List.of(word(station.name()), number(station.series()),
                number(station.images()))));
        tables.add(new H2(getTranslation("statistics.months")), months, new H2(getTranslation("statistics.stations")),
                stations);
    }

    private List<String> heads(String... keys) {
        return List.of(keys).stream().map(this::getTranslation).toList();
    }

    private String text(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLLL yyyy", getLocale()));
    }

    private String word(String text) {
        return text.isEmpty() ? getTranslation("statistics.unknown") : text;
    }

    private String number(long count) {
        return NumberFormat.getIntegerInstance(getLocale()).format(count);
    }
}
