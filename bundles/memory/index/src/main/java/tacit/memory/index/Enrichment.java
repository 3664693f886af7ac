package tacit.memory.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives documents that wait their windows and vectors: read under the lock, made without it, written only if still true.
 * Confined to one batch.
 */
final class Enrichment {

    private final Core core;
    private final Meaning meaning;
    private final Object writing;
    private final Map<String, Circle> circles = new LinkedHashMap<>();

    Enrichment(Core core, Meaning meaning, Object writing) {
        this.core = core;
        this.meaning = meaning;
        this.writing = writing;
    }

    /** Works on so many at most; false when none waits. */
    boolean run(int most) throws IOException {
        List<Neighbours> batch;
        Map<String, Map<String, byte[]>> known = new HashMap<>();
        synchronized (writing) {
            core.beginWork();
            batch = batch(most);
            for (Neighbours near : batch) {
                known.put(
                        near.self().key(),
                        core.read(searcher -> Look.vectors(searcher, near.self().key())));
            }
        }
        Map<String, Map<String, byte[]>> made = new HashMap<>();
        for (Neighbours near : batch) {
            String key = near.self().key();
            made.put(key, meaning.document(near, known.getOrDefault(key, Map.of())));
        }
        for (Neighbours near : batch) {
            // one at a time, so that whoever puts need not wait for all of them
            synchronized (writing) {
                if (!core.upset(near.self().circle())) {
                    core.write(near, made.getOrDefault(near.self().key(), Map.of()), false);
                }
            }
        }
        for (Circle circle : circles.values()) {
            synchronized (writing) {
                if (!core.upset(circle.member().circle())) {
                    core.writeWhole(circle);
                }
            }
        }
        synchronized (writing) {
            core.show();
        }
        return !batch.isEmpty();
    }

    /** The documents that wait, and those beside them whose windows lack one of them. */
    private List<Neighbours> batch(int most) throws IOException {
        Map<String, Entry> chosen = new LinkedHashMap<>();
        core.read(searcher -> Look.waiting(searcher, most)).forEach(entry -> chosen.put(entry.key(), entry));
        Map<String, Neighbours> batch = new LinkedHashMap<>();
        for (Entry entry : chosen.values()) {
            Neighbours near = around(entry);
            List<Entry> beside = new ArrayList<>(near.before());
            beside.addAll(near.after());
            for (Entry other : beside) {
                if (!chosen.containsKey(other.key()) && !other.around().isEmpty() && !batch.containsKey(other.key())) {
                    Neighbours its = around(other);
                    if (!its.stamps().equals(other.around())) {
                        batch.put(other.key(), its);
                    }
                }
            }
            // last: whoever still waits is looked at again, and with them those beside them
            batch.put(entry.key(), near);
        }
        return new ArrayList<>(batch.values());
    }

    private Neighbours around(Entry entry) throws IOException {
        Circle circle = circles.get(entry.circle());
        if (circle == null) {
            circle = core.read(searcher -> Circle.of(searcher, entry));
            circles.put(entry.circle(), circle);
        }
        Circle known = circle;
        return core.read(searcher -> known.around(searcher, entry));
    }
}
