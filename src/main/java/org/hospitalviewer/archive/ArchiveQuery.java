package org.hospitalviewer.archive;

import java.util.List;
import java.util.Set;

/**
 * A search in the archive in the terms of PS3.4 C.2.2.2.
 *
 * @param level     what is looked for
 * @param matches   all of them must hold
 * @param include   tags wanted beyond the level's own set
 * @param includeAll every attribute the archive keeps of the entity
 * @param order     sort keys, first one strongest; empty for the archive's default (newest study first)
 * @param offset    entities passed over
 * @param limit     entities returned at most
 */
public record ArchiveQuery(QueryLevel level, List<Match> matches, Set<Integer> include, boolean includeAll,
                           List<SortKey> order, int offset, int limit) {

    public ArchiveQuery {
        matches = List.copyOf(matches);
        include = Set.copyOf(include);
        order = List.copyOf(order);
    }

    public static ArchiveQuery of(QueryLevel level, List<Match> matches, int offset, int limit) {
        return new ArchiveQuery(level, matches, Set.of(), false, List.of(), offset, limit);
    }

    public ArchiveQuery orderedBy(List<SortKey> sortKeys) {
        return new ArchiveQuery(level, matches, include, includeAll, sortKeys, offset, limit);
    }
}
