package org.hospitalviewer.clinical.template;

import java.util.List;
import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.hospitalviewer.access.Action;
import org.hospitalviewer.access.AuditLog;
import org.hospitalviewer.access.Doorkeeper;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Short words that expand to text: one's own, and those that the administrator made for everybody. */
@Service
public class Snippets {

    private static final int MOST_PER_OWNER = 1_000;

    private final SnippetTable table;
    private final Doorkeeper doorkeeper;
    private final AuditLog audit;

    Snippets(SnippetTable table, Doorkeeper doorkeeper, AuditLog audit) {
        this.table = table;
        this.doorkeeper = doorkeeper;
        this.audit = audit;
    }

    /** One's own and everybody's by shortcut; of two with the same shortcut one's own comes first. */
    public List<Snippet> all() {
        doorkeeper.require(Action.WRITE_REPORTS, "snippets");
        return table.of(Account.current().id());
    }

    /** @throws InvalidTemplateException when it makes no sense or its shortcut is taken */
    public Snippet add(Snippet snippet) {
        requireOwner(snippet.shared(), String.valueOf(snippet.shortcut()));
        snippet.check();
        if (table.count(owner(snippet.shared())) >= MOST_PER_OWNER) {
            throw new InvalidTemplateException("There are " + MOST_PER_OWNER + " shortcuts at most.");
        }
        try {
            long id = table.insert(owner(snippet.shared()), snippet);
            return audited("CREATE_SNIPPET", new Snippet(id, snippet.shortcut(), snippet.text(), snippet.shared()));
        } catch (DuplicateKeyException e) {
            throw new InvalidTemplateException("This shortcut is taken.");
        }
    }

    /**
     * Replaces shortcut and text; whose it is stays.
     *
     * @return empty when there is none that the current user sees
     * @throws InvalidTemplateException when it makes no sense or its shortcut is taken
     */
    public Optional<Snippet> change(long id, Snippet snippet) {
        Optional<Snippet> known = find(id);
        known.ifPresent(one -> requireOwner(one.shared(), one.shortcut()));
        snippet.check();
        try {
            return known.filter(_ -> table.update(id, snippet) > 0).map(one -> audited("CHANGE_SNIPPET",
                    new Snippet(id, snippet.shortcut(), snippet.text(), one.shared())));
        } catch (DuplicateKeyException e) {
            throw new InvalidTemplateException("This shortcut is taken.");
        }
    }

    /** Says whether there was one that the current user sees. */
    public boolean delete(long id) {
        Optional<Snippet> known = find(id);
        known.ifPresent(one -> requireOwner(one.shared(), one.shortcut()));
        return known.filter(_ -> table.delete(id)).map(one -> audited("DELETE_SNIPPET", one)).isPresent();
    }

    private Optional<Snippet> find(long id) {
        return all().stream().filter(snippet -> snippet.id() == id).findFirst();
    }

    private void requireOwner(boolean shared, String shortcut) {
        doorkeeper.require(shared ? Action.MANAGE_TEMPLATES : Action.WRITE_REPORTS, shortcut);
    }

    private static long owner(boolean shared) {
        return shared ? SnippetTable.EVERYBODY : Account.current().id();
    }

    private Snippet audited(String action, Snippet snippet) {
        audit.record(action, "SNIPPET", snippet.shortcut() + (snippet.shared() ? " for everybody" : ""),
                AuditLog.Result.SUCCESS);
        return snippet;
    }
}
