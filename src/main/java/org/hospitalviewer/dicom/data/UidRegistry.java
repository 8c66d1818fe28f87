package org.hospitalviewer.dicom.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The UIDs of PS3.6 Annex A from {@code uids.tsv}, read at the first question. */
final class UidRegistry {
    private static final Map<String, String> NAMES = new LinkedHashMap<>();
    private static final Set<String> STORAGE = new LinkedHashSet<>();
    private static final Set<String> TRANSFER_SYNTAXES = new LinkedHashSet<>();

    static {
        TsvResource.forEachRow("uids.tsv", UidRegistry::add);
    }

    private UidRegistry() {
    }

    private static void add(String[] row) {
        String uid = row[0];
        NAMES.put(uid, row[1]);
        if (row[2].equals("Storage SOP Class")) {
            STORAGE.add(uid);
        } else if (row[2].equals("Transfer Syntax")) {
            TRANSFER_SYNTAXES.add(uid);
        }
    }

    static String nameOf(String uid) {
        return NAMES.getOrDefault(uid, uid);
    }

    static Set<String> storageSopClasses() {
        return Collections.unmodifiableSet(STORAGE);
    }

    static Set<String> transferSyntaxes() {
        return Collections.unmodifiableSet(TRANSFER_SYNTAXES);
    }
}
