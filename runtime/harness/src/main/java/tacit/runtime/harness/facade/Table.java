package tacit.runtime.harness.facade;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who answers for each role in one generation. Immutable. */
public final class Table {

    static final Table EMPTY = new Table(0, Map.of());

    private final long generation;
    private final HashMap<String, Entry> entries;

    Table(long generation, Map<String, Entry> entries) {
        this.generation = generation;
        this.entries = new HashMap<>(entries);
    }

    public long generation() {
        return generation;
    }

    public @Nullable Entry entry(String role) {
        return entries.get(role);
    }

    public Collection<Entry> entries() {
        return entries.values();
    }

    /** Keeps every provider from being stopped, or none when one of them is retired already. */
    boolean pin() {
        int stripe = Lease.stripe();
        int pinned = 0;
        for (Entry entry : entries.values()) {
            if (!entry.pin(stripe)) {
                unpin(pinned, stripe);
                return false;
            }
            pinned++;
        }
        return true;
    }

    void unpin() {
        unpin(entries.size(), Lease.stripe());
    }

    private void unpin(int pinned, int stripe) {
        int left = pinned;
        for (Entry entry : entries.values()) {
            if (left-- == 0) {
                return;
            }
            entry.unpin(stripe);
        }
    }
}
