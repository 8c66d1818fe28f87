package org.hospitalviewer.backup.images;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hospitalviewer.backup.images.KnownPack.State;
import org.hospitalviewer.backup.target.ImagePack;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Packs, what lies in them, and which backups need them, as the database keeps it. A target is told by its place. */
@Component
class PackTable {

    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final TransactionOperations transactions;

    PackTable(JdbcTemplate template, TransactionOperations transactions) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
        this.transactions = transactions;
    }

    /** Those of a target, the one that was checked longest ago first. */
    List<KnownPack> of(String place) {
        return jdbc.sql("SELECT * FROM image_packs WHERE target = ? ORDER BY checked_at, id").param(place)
                .query((row, _) -> new KnownPack(row.getLong("id"), row.getString("name"), row.getLong("bytes"),
                        State.valueOf(row.getString("state")),
                        row.getObject("checked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC))).list();
    }

    /** Keeps a pack that was read to its end, in the place of what was known of this name. */
    void add(String place, ImagePack pack, State state, Collection<String> hashes, Instant now) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("DELETE FROM image_packs WHERE target = ? AND name = ?").params(place, pack.name()).update();
            jdbc.sql("INSERT INTO image_packs (target, name, bytes, state, checked_at) VALUES (?, ?, ?, ?, ?)")
                    .params(place, pack.name(), pack.bytes(), state.name(), utc(now)).update();
            long id = jdbc.sql("SELECT id FROM image_packs WHERE target = ? AND name = ?").params(place, pack.name())
                    .query(Long.class).single();
            template.batchUpdate("INSERT INTO packed_images (pack_id, sha256) VALUES (?, ?)", hashes, ROWS_AT_ONCE,
                    (insert, hash) -> {
                        insert.setLong(1, id);
                        insert.setBytes(2, HexFormat.of().parseHex(hash));
                    });
        });
    }

    /** It is not there any more. */
    void forget(KnownPack pack) {
        jdbc.sql("DELETE FROM image_packs WHERE id = ?").param(pack.id()).update();
    }

    /** It is there, but not as it was: nothing in it counts. */
    void damaged(KnownPack pack) {
        transactions.executeWithoutResult(_ -> {
            jdbc.sql("DELETE FROM packed_images WHERE pack_id = ?").param(pack.id()).update();
            jdbc.sql("UPDATE image_packs SET state = ? WHERE id = ?").params(State.DAMAGED.name(), pack.id()).update();
        });
    }

    void checked(KnownPack pack, Instant now) {
        jdbc.sql("UPDATE image_packs SET checked_at = ? WHERE id = ?").params(utc(now), pack.id()).update();
    }

    /** Names of the packs at a target that hold these contents; those that none holds are left out. */
    Map<String, String> packsOf(String place, Collection<String> hashes) {
        Map<String, String> packs = new HashMap<>();
        if (!hashes.isEmpty()) {
            jdbc.sql("SELECT i.sha256, p.name FROM packed_images i JOIN image_packs p ON p.id = i.pack_id "
                            + "WHERE i.sha256 IN (:hashes) AND p.target = :target AND p.state = 'OURS'")
                    .param("hashes", hashes.stream().map(HexFormat.of()::parseHex).toList()).param("target", place)
                    .query(row -> {
                        packs.put(HexFormat.of().formatHex(row.getBytes(1)), row.getString(2));
                    });
        }
        return packs;
    }

    /** Before a backup gets its name, so that there is none whose packs are not known. */
    void refer(String place, String filename, ImagesSummary images) {
        transactions.executeWithoutResult(_ -> refer(jdbc, place, filename, images));
    }

    /** The same in another database. */
    static void refer(JdbcClient jdbc, String place, String filename, ImagesSummary images) {
        jdbc.sql("DELETE FROM images_of_backups WHERE target = ? AND filename = ?").params(place, filename).update();
        jdbc.sql("INSERT INTO images_of_backups (target, filename, images, bytes) VALUES (?, ?, ?, ?)")
                .params(place, filename, images.images(), images.bytes()).update();
        long id = jdbc.sql("SELECT id FROM images_of_backups WHERE target = ? AND filename = ?").params(place, filename)
                .query(Long.class).single();
        for (ImagePack pack : images.packs()) {
            jdbc.sql("INSERT INTO packs_of_backups (backup_id, pack) VALUES (?, ?)").params(id, pack.name()).update();
        }
    }

    /** Names of the backups of a target of which it is known which packs they need, if any. */
    Set<String> understood(String place) {
        return new HashSet<>(jdbc.sql("SELECT filename FROM images_of_backups WHERE target = ? UNION "
                        + "SELECT filename FROM backup_history WHERE target = ? AND filename <> '' "
                        + "AND FIND_IN_SET('IMAGES', contents) = 0").params(place, place).query(String.class).list());
    }

    /** Names of the packs that any of these backups of a target needs. */
    Set<String> neededBy(String place, Collection<String> backups) {
        return backups.isEmpty() ? Set.of() : new HashSet<>(jdbc.sql("SELECT DISTINCT p.pack FROM packs_of_backups p "
                        + "JOIN images_of_backups b ON b.id = p.backup_id WHERE b.target = :target AND b.filename IN (:names)")
                .param("target", place).param("names", backups).query(String.class).list());
    }

    /** Forgets the backups of a target that are not there any more. */
    void keepOnly(String place, Collection<String> backups) {
        for (String filename : jdbc.sql("SELECT filename FROM images_of_backups WHERE target = ?").param(place)
                .query(String.class).list()) {
            if (!backups.contains(filename)) {
                jdbc.sql("DELETE FROM images_of_backups WHERE target = ? AND filename = ?").params(place, filename).update();
            }
        }
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
