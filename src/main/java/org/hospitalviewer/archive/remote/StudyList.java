package org.hospitalviewer.archive.remote;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hospitalviewer.archive.ArchiveQuery;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/**
 * Studies in an order. No server promises one, so that the newest are asked for by windows of dates: today, the days
 * before, then ever longer ones, until there are enough. Short lists are asked for as a whole.
 */
final class StudyList {

    /** Studies that are sorted and counted at most; the newest ones. */
    static final int MAX_STUDIES = 5_000;
    /** A list of no more than this is asked for as a whole. */
    private static final int SHORT = 300;
    /** How long an archive that was too large for that is taken to be so still. */
    private static final Duration LARGE_FOR = Duration.ofMinutes(10);
    /** Ends of the windows, days back from today. */
    private static final int[] DAYS_BACK = {0, 7, 30, 90, 365, 3 * 365, 10 * 365};
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final RemoteSearch search;
    private final Clock clock;
    private volatile long largeUntil = System.nanoTime();

    StudyList(RemoteSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** The first studies of a query's order, as many as are needed for its page. */
    Found first(ArchiveQuery query, int needed) {
        Collection<Integer> fields = RemoteLevels.fields(query);
        Comparator<Attributes> order = EntityOrder.of(query);
        boolean maybeShort = !query.matches().isEmpty() || System.nanoTime() - largeUntil >= 0;
        if (maybeShort) {
            Found all = search.find(QueryLevel.STUDY, query.matches(), fields, SHORT);
            if (!all.cutOff()) {
                return sorted(all, order);
            }
            if (query.matches().isEmpty()) {
                largeUntil = System.nanoTime() + LARGE_FOR.toNanos();
            }
        }
        int enough = EntityOrder.isNewestFirst(query.order()) ? Math.min(needed, MAX_STUDIES) : MAX_STUDIES;
        return sorted(new Windows(query.matches(), fields).newest(enough), order);
    }

    private static Found sorted(Found found, Comparator<Attributes> order) {
        return new Found(found.entities().stream().sorted(order).toList(), found.cutOff());
    }

    /** Windows within the dates that are asked for. */
    private final class Windows {

        private final List<Match> others = new ArrayList<>();
        private final Collection<Integer> fields;
        private final Map<String, Attributes> found = new LinkedHashMap<>();
        private final boolean anyDate;
        private LocalDate from = EARLIEST;
        private LocalDate to = LATEST;

        Windows(List<Match> matches, Collection<Integer> fields) {
            this.fields = fields;
            for (Match match : matches) {
                switch (match) {
                    case Match.Range range when range.tag() == Tag.StudyDate -> {
                        from = later(from, date(range.from(), EARLIEST));
                        to = earlier(to, date(range.to(), LATEST));
                    }
                    case Match.Equal equal when equal.tag() == Tag.StudyDate -> {
                        from = later(from, date(equal.value(), EARLIEST));
                        to = earlier(to, date(equal.value(), LATEST));
                    }
                    default -> others.add(match);
                }
            }
            this.anyDate = others.size() == matches.size();
        }

        Found newest(int enough) {
            LocalDate today = LocalDate.now(clock);
            LocalDate end = LATEST;
            for (int days : DAYS_BACK) {
                LocalDate start = today.minusDays(days);
                window(start, end, enough);
                if (found.size() >= enough) {
                    return new Found(List.copyOf(found.values()), true);
                }
                end = start.minusDays(1);
            }
            window(EARLIEST, end, enough);
            if (anyDate && found.size() < enough) {
                addUndated(enough);
            }
            return new Found(List.copyOf(found.values()), found.size() >= enough);
        }

        /** Adds what lies between two days; a window with too many is halved, the newer half first. */
        private void window(LocalDate windowFrom, LocalDate windowTo, int enough) {
            LocalDate start = later(windowFrom, from);
            LocalDate end = earlier(windowTo, to);
            if (start.isAfter(end) || found.size() >= enough) {
                return;
            }
            List<Match> matches = new ArrayList<>(others);
            matches.add(new Match.Range(Tag.StudyDate, text(start, EARLIEST), text(end, LATEST)));
            Found some = search.find(QueryLevel.STUDY, matches, fields, MAX_STUDIES);
            long days = ChronoUnit.DAYS.between(start, end);
            if (some.cutOff() && days > 0) {
                LocalDate middle = end.equals(LATEST) ? later(start, LocalDate.now(clock))
                        : start.plusDays(days / 2);
                window(middle.plusDays(1), windowTo, enough);
                window(windowFrom, middle, enough);
            } else {
                some.entities().forEach(this::add);
            }
        }

        /** Those without a date, or with one that makes none, are found only among all. */
        private void addUndated(int enough) {
            search.find(QueryLevel.STUDY, others, fields, MAX_STUDIES).entities().stream().filter(study ->
                    study.getString(Tag.StudyDate, "").isEmpty() || found.size() < enough).forEach(this::add);
        }

        private void add(Attributes study) {
            found.putIfAbsent(study.getString(Tag.StudyInstanceUID), study);
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate date(String text, LocalDate otherwise) {
        try {
            return text.isEmpty() ? otherwise : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /** The bounds of time are left open. */
    private static String text(LocalDate date, LocalDate bound) {
        return date.equals(bound) ? "" : date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
