package tacit.pulse.triggers;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.pulse.TriggerIngress.Change;

/**
 * What became of watched files. Immutable.
 *
 * @param watched the patterns that they meet
 * @param now all that are there
 * @param before all that were known
 * @param changed those that are not as they were known
 * @param first whether nothing was known of these patterns before
 */
record FileChanges(
        String watched,
        SortedMap<String, Known> now,
        SortedMap<String, Known> before,
        SortedMap<String, Change> changed,
        boolean first) {

    /** A file as it was seen. */
    record Known(Instant modifiedAt, long size) {}

    /** Compares what is there with what was known. */
    static FileChanges of(String watched, SortedMap<String, Known> before, SortedMap<String, Known> now) {
        SortedMap<String, Change> changed = new TreeMap<>();
        now.forEach((path, file) -> {
            Known known = before.get(path);
            if (!file.equals(known)) {
                changed.put(path, known == null ? Change.NEW : Change.CHANGED);
            }
        });
        before.keySet().stream()
                .filter(path -> !now.containsKey(path))
                .forEach(path -> changed.put(path, Change.REMOVED));
        return new FileChanges(watched, now, before, changed, false);
    }

    /** The same files as the first that are known: none of them changed. */
    static FileChanges first(String watched, SortedMap<String, Known> now) {
        return new FileChanges(watched, now, now, new TreeMap<>(), true);
    }

    /** A file that is there or was. */
    Known known(String path) {
        Known found = now.get(path);
        return found == null ? before.getOrDefault(path, new Known(Instant.EPOCH, 0)) : found;
    }

    /** What tells one burst from the next. */
    Map<String, Known> mark() {
        Map<String, Known> mark = new TreeMap<>();
        changed.forEach((path, change) ->
                mark.put(path, change == Change.REMOVED ? new Known(Instant.EPOCH, -1) : known(path)));
        return mark;
    }
}
