package org.hospitalviewer.archive.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hospitalviewer.archive.Match;
import org.hospitalviewer.archive.QueryLevel;
import org.hospitalviewer.dicom.data.Attributes;
import org.hospitalviewer.dicom.data.Tag;

/** Searches on the other server: page by page up to a bound, each entity once and looked at by {@link LocalMatch}. */
final class RemoteSearch {

    static final String JSON = "application/dicom+json";
    private static final int PAGE = 1_000;
    private static final Duration WHOLE_ANSWER = Duration.ofMinutes(2);

    private final RemoteConnection server;
    private final QueryCache cache;
    private final Epoch epoch;

    RemoteSearch(RemoteConnection server, QueryCache cache, Epoch epoch) {
        this.server = server;
        this.cache = cache;
        this.epoch = epoch;
    }

    /**
     * Entities in the server's order.
     *
     * @param limit at most so many
     */
    Found find(QueryLevel level, List<Match> matches, Collection<Integer> include, int limit) {
        if (matches.stream().anyMatch(match -> match instanceof Match.OneOf oneOf && oneOf.values().isEmpty())) {
            return new Found(List.of(), false);
        }
        String address = SearchAddress.of(level, matches, include);
        // The address leaves out what only we can look at.
        String question = limit + " " + address + " " + matches;
        Optional<Found> known = cache.get(question);
        if (known.isPresent()) {
            return known.get();
        }
        long askedIn = epoch.now();
        long askedAt = System.nanoTime();
        Found found = ask(address, identifier(level), matches, limit);
        cache.put(question, found, askedIn, askedAt);
        return found;
    }

    private static int identifier(QueryLevel level) {
        return switch (level) {
            case STUDY -> Tag.StudyInstanceUID;
            case SERIES -> Tag.SeriesInstanceUID;
            case IMAGE -> Tag.SOPInstanceUID;
        };
    }

    private Found ask(String address, int identifier, List<Match> matches, int limit) {
        List<Attributes> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int offset = 0;
        while (true) {
            int wanted = Math.min(PAGE, limit + 1 - found.size());
            Page page = page(address + "&limit=" + wanted + "&offset=" + offset);
            offset += page.entities().size();
            boolean anyNew = false;
            for (Attributes entity : page.entities()) {
                String uid = entity.getString(identifier);
                if (uid != null && seen.add(uid)) {
                    anyNew = true;
                    if (LocalMatch.holds(entity, matches)) {
                        found.add(entity);
                    }
                }
            }
            if (found.size() > limit) {
                return new Found(found.subList(0, limit), true);
            }
            // A server that leaves out the offset repeats itself.
            if (!anyNew || page.entities().size() < wanted && !page.announcesMore()) {
                return new Found(found, false);
            }
        }
    }

    /** @param announcesMore the server says that it gave only a part (PS3.18 10.6.3.3, warning 299) */
    private record Page(List<Attributes> entities, boolean announcesMore) {
    }

    private Page page(String address) {
        try (Answer answer = server.get(address.replace("?&", "?"), JSON, WHOLE_ANSWER)) {
            if (answer.status() == 204) {
                return new Page(List.of(), false);
            }
            if (answer.status() != 200) {
                throw RemoteConnection.failing(answer.status());
            }
            List<Attributes> entities = new ArrayList<>();
            DicomJsonReader.readArray(answer.body(), JsonLimits.SEARCH, entities::add);
            return new Page(entities, answer.headers().allValues("Warning").stream()
                    .anyMatch(warning -> warning.startsWith("299") && warning.contains("additional results")));
        } catch (IOException e) {
            throw RemoteConnection.unavailable(e);
        }
    }
}
