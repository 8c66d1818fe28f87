package org.hospitalviewer.archive.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;

/** A search as the other server is asked (QIDO-RS, PS3.18 10.6.1); what it cannot express is left to {@link LocalMatch}. */
final class SearchAddress {

    private SearchAddress() {
    }

    /** Path and query without paging. */
    static String of(QueryLevel level, List<Match> matches, Collection<Integer> include) {
        Optional<String> study = uid(matches, Tag.StudyInstanceUID);
        Optional<String> series = uid(matches, Tag.SeriesInstanceUID);
        boolean inSeries = level == QueryLevel.IMAGE && study.isPresent() && series.isPresent();
        boolean inStudy = level != QueryLevel.STUDY && study.isPresent();
        String path = (inStudy ? "/studies/" + study.get() : "") + (inSeries ? "/series/" + series.get() : "")
                + switch (level) {
                    case STUDY -> "/studies";
                    case SERIES -> "/series";
                    case IMAGE -> "/instances";
                };
        Stream<String> keys = matches.stream()
                .filter(match -> !(inStudy && isUid(match, Tag.StudyInstanceUID)))
                .filter(match -> !(inSeries && isUid(match, Tag.SeriesInstanceUID)))
                .flatMap(match -> value(match).stream().map(value -> Tag.toString(match.tag()) + "=" + escaped(value)));
        Stream<String> fields = include.isEmpty() ? Stream.empty() : Stream.of("includefield="
                + new TreeSet<>(include).stream().map(Tag::toString).collect(Collectors.joining(",")));
        return path + "?" + Stream.concat(keys, fields).collect(Collectors.joining("&"));
    }

    private static Optional<String> uid(List<Match> matches, int tag) {
        return matches.stream().filter(match -> isUid(match, tag)).map(SearchAddress::single).findFirst();
    }

    private static boolean isUid(Match match, int tag) {
        return match.tag() == tag && single(match) != null && UID.isAcceptable(single(match));
    }

    private static String single(Match match) {
        return switch (match) {
            case Match.Equal equal -> equal.value();
            case Match.OneOf oneOf when oneOf.values().size() == 1 -> oneOf.values().getFirst();
            case Match.OneOf _, Match.WildCard _, Match.Range _ -> null;
        };
    }

    /** What the server is asked for; empty where it would answer less than it should. */
    private static Optional<String> value(Match match) {
        return switch (match) {
            // A name matches by one of its groups alone, too, and numbers are compared as numbers here.
            case Match.Equal equal when LocalMatch.isName(equal.tag()) -> Optional.of(equal.value() + "*");
            case Match.Equal equal when LocalMatch.isNumber(equal.tag()) -> Optional.empty();
            case Match.Equal equal -> Optional.of(equal.value());
            case Match.OneOf oneOf -> Optional.of(String.join(",", oneOf.values()));
            case Match.WildCard wildCard when wildCard.pattern().matches("\\**") -> Optional.empty();
            case Match.WildCard wildCard when LocalMatch.isName(wildCard.tag()) ->
                    Optional.of(wildCard.pattern() + (wildCard.pattern().endsWith("*") ? "" : "*"));
            case Match.WildCard wildCard -> Optional.of(wildCard.pattern());
            case Match.Range range -> Optional.of(range(range));
        };
    }

    /** Times in the widest form: servers compare them as text. */
    private static String range(Match.Range range) {
        if (!LocalMatch.isTime(range.tag())) {
            return range.from() + "-" + range.to();
        }
        return LocalMatch.earliest(range.from()) + "-" + LocalMatch.latest(range.to());
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%2C", ",")
                .replace("%2A", "*");
    }
}
