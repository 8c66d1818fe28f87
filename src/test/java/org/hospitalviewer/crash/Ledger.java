package org.hospitalviewer.crash;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the senders know: which objects they offered, which of them were acknowledged, and to whom. */
final class Ledger {

    /** Ways in. */
    enum Door { TOOLKIT, STORESCU, STORESCU_NO_DELAY, STOW }

    /**
     * One object.
     *
     * @param sha256 of its data set
     */
    record Sent(String studyUid, String seriesUid, String sopUid, byte[] sha256) {

        boolean hasDataSet(byte[] bytes) {
            return Arrays.equals(sha256, digest(bytes));
        }
    }

    private final Map<String, Sent> offered = new HashMap<>();
    private final Map<String, Set<String>> bySeries = new HashMap<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final Map<Door, Long> byDoor = new EnumMap<>(Door.class);
    private long refused;

    synchronized void offer(String studyUid, String seriesUid, String sopUid, byte[] dataSet) {
        offered.put(sopUid, new Sent(studyUid, seriesUid, sopUid, digest(dataSet)));
        bySeries.computeIfAbsent(studyUid + "/series/" + seriesUid, _ -> new TreeSet<>()).add(sopUid);
    }

    synchronized void acknowledge(Door door, String sopUid) {
        if (acknowledged.add(sopUid)) {
            byDoor.merge(door, 1L, Long::sum);
        }
    }

    synchronized void refuse() {
        refused++;
    }

    synchronized long acknowledged() {
        return acknowledged.size();
    }

    synchronized long refused() {
        return refused;
    }

    synchronized Map<Door, Long> acknowledgedByDoor() {
        return new EnumMap<>(byDoor);
    }

    synchronized boolean isAcknowledged(String sopUid) {
        return acknowledged.contains(sopUid);
    }

    /** Addresses of all series that anything was offered for: study UID, "/series/", series UID. */
    synchronized List<String> series() {
        return List.copyOf(bySeries.keySet());
    }

    /** What was offered for a series. */
    synchronized Map<String, Sent> of(String series) {
        Map<String, Sent> found = new HashMap<>();
        bySeries.get(series).forEach(sopUid -> found.put(sopUid, offered.get(sopUid)));
        return found;
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
