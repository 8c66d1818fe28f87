package org.hospitalviewer.clinical;

import java.util.Optional;
import org.hospitalviewer.access.Account;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How each user likes the program: JSON values by key, each seen by its owner only. */
@Service
public class Preferences {

    /** Studies have preferences too, so the oldest ones make room. */
    static final int MOST_PER_USER = 2_000;
    private static final String KEY_PATTERN = "[A-Za-z0-9._-]{1,100}";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PreferenceTable table;

    Preferences(PreferenceTable table) {
        this.table = table;
    }

    static boolean isKey(String key) {
        return key.matches(KEY_PATTERN);
    }

    public Optional<JsonNode> of(Account owner, String key) {
        return table.find(owner.id(), key).map(JSON::readTree);
    }

    public void put(Account owner, String key, JsonNode value) {
        table.put(owner.id(), key, JSON.writeValueAsString(value));
        table.keepNewest(owner.id(), MOST_PER_USER);
    }

    /** Says whether there was one. */
    public boolean delete(Account owner, String key) {
        return table.delete(owner.id(), key);
    }
}
