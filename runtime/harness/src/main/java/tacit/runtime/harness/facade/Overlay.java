package tacit.runtime.harness.facade;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Providers that answer in place of those of the table, for the threads that are led to them. Thread-safe. */
public final class Overlay {

    private final Map<String, Entry> entries;
    private volatile boolean withdrawn;

    Overlay(Map<String, Entry> entries) {
        this.entries = new HashMap<>(entries);
    }

    /** Who answers for a role here; null when the table does, or this was withdrawn. */
    @Nullable
    Entry entry(String role) {
        return withdrawn ? null : entries.get(role);
    }

    /** Leads nobody to its entries from here on, and answers them. */
    List<Entry> withdraw() {
        withdrawn = true;
        return List.copyOf(entries.values());
    }
}
