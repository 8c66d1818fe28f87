package org.hospitalviewer.dicom.net;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Picks the one transfer syntax of an accepted presentation context (PS3.8 9.3.3.2). */
@FunctionalInterface
public interface TransferSyntaxChoice {

    /**
     * Chooses among proposals.
     *
     * @param proposed UIDs in the requestor's order
     * @return one of them; empty when none is supported
     */
    Optional<String> choose(List<String> proposed);

    /** The acceptor's order decides. */
    static TransferSyntaxChoice preferring(List<String> supported) {
        List<String> order = List.copyOf(supported);
        return proposed -> order.stream().filter(proposed::contains).findFirst();
    }

    /** The requestor's order decides. */
    static TransferSyntaxChoice firstProposed(Predicate<String> supported) {
        return proposed -> proposed.stream().filter(supported).findFirst();
    }
}
