package org.hospitalviewer.archive.remote;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Dictionary;
import org.hospitalviewer.dicom.data.Tag;
import org.hospitalviewer.dicom.data.UID;
import org.hospitalviewer.dicom.data.VR;

/** A search as the other server is asked (QIDO-RS, PS3.18 10.6.1); what it cannot express is left to {@link LocalMatch}. */
final class SearchAddress {

    private static final Pattern UNESCAPED = Pattern.compile("[A-Za-z0-9._,-]*");
    private static final Pattern TO_ESCAPE = Pattern.compile("[^A-Za-z0-9._*?-]+");

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
                .flatMap(match -> value(match).stream().map(value -> Tag.toString(match.tag()) + "=" + value));
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
            case Match.Equal equal when Dictionary.vr(equal.tag()) == VR.DA -> plain(equal.value());
            case Match.Equal equal when Dictionary.vr(equal.tag()) == VR.UI -> plain(equal.value());
            // Numbers are compared as numbers here, as text there.
            case Match.Equal equal when LocalMatch.isNumber(equal.tag()) -> Optional.empty();
            case Match.Equal equal -> pattern(equal.tag(), equal.value());
            case Match.OneOf oneOf -> plain(String.join(",", oneOf.values()));
            case Match.WildCard wildCard -> pattern(wildCard.tag(), wildCard.pattern());
            case Match.Range range when LocalMatch.isTime(range.tag()) ->
                    plain(LocalMatch.earliest(range.from()) + "-" + LocalMatch.latest(range.to()));
            case Match.Range range -> plain(range.from() + "-" + range.to());
        };
    }

    private static Optional<String> plain(String value) {
        return UNESCAPED.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }

    /**
     * A pattern without anything that had to be escaped: an Orthanc 1.10 takes escapes literally. A name also matches
     * by one of its groups alone, which stands before "=" (PS3.5 6.2.1).
     */
    private static Optional<String> pattern(int tag, String text) {
        String wide = TO_ESCAPE.matcher(LocalMatch.isName(tag) ? text + "*" : text).replaceAll("*");
        String pattern = wide.replaceAll("\\*+", "*");
        return pattern.isEmpty() || pattern.equals("*") ? Optional.empty() : Optional.of(pattern);
    }
}
