package org.hospitalviewer.access;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who accessed what, and whether they were let. */
@Service
public class AuditLog {

    /** How an access ended. */
    public enum Result { SUCCESS, DENIED, FAILED }

    private static final int MAX_SERIES_REMEMBERED = 10_000;
    private static final int MAX_RESOURCE = 512;
    private static final int MAX_AGENT = 300;
    private static final int MAX_NAME = 100;
    private static final int MAX_ADDRESS = 45;

    private final JdbcClient jdbc;
    private final Map<ImageAccess, Boolean> seen = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ImageAccess, Boolean> eldest) {
            return size() > MAX_SERIES_REMEMBERED;
        }
    };

    AuditLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A search for patients or studies; the resource is the search itself. */
    public void searched(String search) {
        write(Visitor.current(), Action.SEARCH_STUDIES.name(), "SEARCH", search, Result.SUCCESS);
    }

    /**
     * Images of a series; one row per user, session and series. A program without session gets one row an hour. Returns
     * when the row is kept: of requests at the same time the later ones wait for it.
     */
    public synchronized void viewedSeries(String seriesInstanceUid) {
        Visitor visitor = Visitor.current();
        String session = visitor.session().isEmpty()
                ? Instant.now().truncatedTo(ChronoUnit.HOURS).toString() : visitor.session();
        ImageAccess access = new ImageAccess(userId(visitor), session, seriesInstanceUid);
        if (!seen.containsKey(access)) {
            write(visitor, Action.VIEW_IMAGES.name(), "SERIES", seriesInstanceUid, Result.SUCCESS);
            seen.put(access, Boolean.TRUE);
        }
    }

    /** Any other action of the current visitor. */
    public void record(String action, String resourceType, String resourceId, Result result) {
        write(Visitor.current(), action, resourceType, resourceId, result);
    }

    /** An action of somebody who is not logged in but gave a name. */
    void recordFor(String username, String action, Result result) {
        insert(null, username, action, "LOGIN", username, result, Visitor.current());
    }

    /** An action of somebody who is logged in from now on, or no longer. */
    void recordFor(Account account, String action, Result result) {
        insert(account.id(), account.username(), action, "LOGIN", account.username(), result, Visitor.current());
    }

    /** Newest entries first. */
    public List<AuditEntry> newest(int offset, int limit) {
        return find(AuditFilter.ALL, offset, limit);
    }

    /** Entries that fit, the newest first. */
    public List<AuditEntry> find(AuditFilter filter, int offset, int limit) {
        return where("SELECT * FROM audit_logs", filter, " ORDER BY id DESC LIMIT :limit OFFSET :offset")
                .param("limit", limit).param("offset", offset)
                .query((row, _) -> new AuditEntry(row.getLong("id"),
                        row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("username"), row.getString("action"), row.getString("resource_type"),
                        row.getString("resource_id"), row.getString("result"), row.getString("ip_address"),
                        row.getString("user_agent")))
                .list();
    }

    /** Number of entries that fit. */
    public int count(AuditFilter filter) {
        return where("SELECT COUNT(*) FROM audit_logs", filter, "").query(Integer.class).single();
    }

    /** The actions that the log knows, by name. */
    public List<String> actions() {
        return jdbc.sql("SELECT DISTINCT action FROM audit_logs ORDER BY action").query(String.class).list();
    }

    private JdbcClient.StatementSpec where(String select, AuditFilter filter, String end) {
        String pattern = "%" + filter.words().strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        return jdbc.sql(select + " WHERE (:action = '' OR action = :action) AND (:result = '' OR result = :result) "
                        + "AND (:from IS NULL OR created_at >= :from) AND (:until IS NULL OR created_at < :until) "
                        + "AND (:words = '' OR username LIKE :pattern ESCAPE '!' OR resource_id LIKE :pattern ESCAPE '!' "
                        + "OR ip_address LIKE :pattern ESCAPE '!')" + end)
                .param("action", filter.action()).param("result", filter.result())
                .param("from", utc(filter.from())).param("until", utc(filter.until()))
                .param("words", filter.words().strip()).param("pattern", pattern);
    }

    private static LocalDateTime utc(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private void write(Visitor visitor, String action, String resourceType, String resourceId, Result result) {
        Account account = visitor.account();
        insert(account == null ? null : account.id(), account == null ? "" : account.username(), action, resourceType,
                resourceId, result, visitor);
    }

    private void insert(Long userId, String username, String action, String resourceType, String resourceId,
                        Result result, Visitor visitor) {
        jdbc.sql("INSERT INTO audit_logs (created_at, user_id, username, action, resource_type, resource_id, result, "
                        + "ip_address, user_agent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(LocalDateTime.now(ZoneOffset.UTC), userId, cut(username, MAX_NAME), action, resourceType,
                        cut(resourceId, MAX_RESOURCE), result.name(), cut(visitor.address(), MAX_ADDRESS),
                        cut(visitor.userAgent(), MAX_AGENT))
                .update();
    }

    private static long userId(Visitor visitor) {
        return visitor.account() == null ? 0 : visitor.account().id();
    }

    /** Never between the two halves of a character beyond the basic plane. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private record ImageAccess(long userId, String session, String seriesInstanceUid) {
    }
}
