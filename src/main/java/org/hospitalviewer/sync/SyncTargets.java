package org.hospitalviewer.sync;

import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.appliance.Home;
import org.hospitalviewer.appliance.secret.SecretUnreadableException;
import org.hospitalviewer.appliance.secret.Secrets;
import org.hospitalviewer.sync.crypt.FileKey;
import org.hospitalviewer.sync.target.TargetException;
import org.hospitalviewer.sync.target.Trouble;
import org.springframework.stereotype.Service;

/** The targets: entered, changed and removed by the administrator, with their passwords in the secret store. */
@Service
public class SyncTargets {

    private static final String RESOURCE = "SYNC_TARGET";

    private final TargetTable table;
    private final RulesTable rules;
    private final Secrets secrets;
    private final AuditLog audit;
    private final Home home;

    SyncTargets(TargetTable table, RulesTable rules, Secrets secrets, AuditLog audit, Home home) {
        this.table = table;
        this.rules = rules;
        this.secrets = secrets;
        this.audit = audit;
        this.home = home;
    }

    public List<SyncTarget> all() {
        return table.all();
    }

    public Optional<SyncTarget> find(long id) {
        return table.find(id);
    }

    /** @throws InvalidTargetException when something is wrong with the entry */
    public synchronized SyncTarget add(TargetEntry entry) {
        entry.require(home.root(), false, null);
        long id = table.insert(entry);
        keepPassword(id, entry);
        return audited("ADD_SYNC_TARGET", table.find(id).orElseThrow());
    }

    /**
     * Changes a target. When its files would lie elsewhere or look otherwise, everything is sent anew.
     *
     * @return empty when there is none of this number
     * @throws InvalidTargetException when something is wrong with the entry
     */
    public synchronized Optional<SyncTarget> change(long id, TargetEntry entry) {
        return table.find(id).map(before -> {
            entry.require(home.root(), hasPassword(id) && entry.isSamePlace(before), before);
            table.update(id, entry);
            keepPassword(id, entry);
            if (!entry.isSamePlace(before) || entry.encrypted() != before.encrypted()) {
                table.beginAnew(id);
            } else if (!entry.webAddress().equals(before.webAddress())) {
                table.prepared(table.find(id).orElseThrow(), null);
            }
            return audited("CHANGE_SYNC_TARGET", table.find(id).orElseThrow());
        });
    }

    /** Forgets a target; what lies there stays there. */
    public synchronized boolean remove(long id) {
        Optional<SyncTarget> target = table.find(id);
        target.ifPresent(known -> {
            table.delete(id);
            secrets.remove(secret(id));
            audited("REMOVE_SYNC_TARGET", known);
        });
        return target.isPresent();
    }

    /** @throws InvalidTargetException when the entry is wrong; nothing is kept */
    public void require(TargetEntry entry, SyncTarget before) {
        entry.require(home.root(), before != null && hasPassword(before.id()) && entry.isSamePlace(before), before);
    }

    public SyncRules rules() {
        return rules.get();
    }

    /** What marking a study does now. */
    public MarkEffect markEffect() {
        return MarkEffect.of(rules(), all());
    }

    /** From the next run on, every study is looked at again. What lies at a target already stays there. */
    public void change(SyncRules changed) {
        if (!changed.equals(rules.get())) {
            rules.put(changed);
            table.all().forEach(target -> table.lookAtAllAgain(target.id()));
            audit.record("CHANGE_SYNC_RULES", "SYNC", String.join(",", changed.modalities()) + " since " + changed.since()
                            + (changed.onlyReported() ? " with a signed report" : "")
                            + (changed.onlyPublished() ? " marked to be published" : ""),
                    AuditLog.Result.SUCCESS);
        }
    }

    public boolean hasPassword(long id) {
        return secrets.has(secret(id));
    }

    /** @throws TargetException when it cannot be decrypted */
    String password(long id) throws TargetException {
        try {
            return secrets.get(secret(id)).orElse("");
        } catch (SecretUnreadableException e) {
            throw new TargetException(Trouble.SETTINGS, e.getMessage(), e);
        }
    }

    /** The key of encrypted files, made when it is first asked for. */
    synchronized FileKey fileKey() throws TargetException {
        try {
            Optional<String> known = secrets.get(FileKey.SECRET);
            if (known.isEmpty()) {
                secrets.put(FileKey.SECRET, FileKey.random().text());
            }
            return FileKey.parse(secrets.get(FileKey.SECRET).orElseThrow());
        } catch (SecretUnreadableException e) {
            throw new TargetException(Trouble.SETTINGS, e.getMessage(), e);
        }
    }

    /** The key for the administrator's safe, without which nobody reads the encrypted files when the appliance is lost. */
    public String showFileKey() throws TargetException {
        audit.record("SHOW_SYNC_KEY", "SYNC", "", AuditLog.Result.SUCCESS);
        return fileKey().text();
    }

    private void keepPassword(long id, TargetEntry entry) {
        if (!entry.kind().isServer()) {
            secrets.remove(secret(id));
        } else if (entry.password() != null) {
            secrets.put(secret(id), entry.password());
        }
    }

    private static String secret(long id) {
        return "sync-target-" + id;
    }

    private SyncTarget audited(String action, SyncTarget target) {
        audit.record(action, RESOURCE, target.id() + " " + target.name() + " " + target.kind() + " " + target.host() + " "
                + target.folder(), AuditLog.Result.SUCCESS);
        return target;
    }
}
