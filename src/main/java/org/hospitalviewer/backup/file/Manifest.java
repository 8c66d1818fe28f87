package org.hospitalviewer.backup.file;

import java.time.Instant;
import java.util.List;

/**
 * What is in a backup; the file {@code manifest.json} in it.
 *
 * @param format        of the backup, {@link #FORMAT} or an older one
 * @param program       version of the program that made it
 * @param createdAt     begin of the backup
 * @param schemaVersion of the database, as the migrations count it; empty without database
 * @param contents      what was asked for, as {@link Content} names it
 * @param tables        of the database
 * @param entries       every other file in the ZIP
 */
public record Manifest(int format, String program, Instant createdAt, String schemaVersion, List<Content> contents,
                       List<Table> tables, List<Entry> entries) {

    public static final int FORMAT = 1;
    /** Name of the manifest in the ZIP. */
    static final String NAME = "manifest.json";

    /** What a backup may hold. */
    public enum Content { DATABASE, CONFIGURATION, REPORTS, LOGS, PROGRAM, IMAGES }

    /**
     * A table as it was written out.
     *
     * @param rows   number of rows
     * @param sha256 of the SQL that makes and fills the table: the same for the same rows
     */
    public record Table(String name, long rows, String sha256) {
    }

    /**
     * A file in the ZIP.
     *
     * @param bytes length before it was compressed
     */
    public record Entry(String name, long bytes, String sha256) {
    }

    public boolean has(Content content) {
        return contents.contains(content);
    }

    /** Rows of a table; 0 when it is not there. */
    public long rows(String table) {
        return tables.stream().filter(one -> one.name().equals(table)).mapToLong(Table::rows).sum();
    }

    /** Length of everything, before it was compressed. */
    public long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    /** Length of the entries whose names begin so. */
    public long bytes(String prefix) {
        return entries.stream().filter(entry -> entry.name().startsWith(prefix)).mapToLong(Entry::bytes).sum();
    }
}
