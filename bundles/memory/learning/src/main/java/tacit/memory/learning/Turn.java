package tacit.memory.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.memory.Distillation;
import tacit.api.memory.LearningReceipt;
import tacit.api.store.Scope;
import tacit.api.store.StoreException;

/** Does the parts of one look: each deed once, and one that fails costs no other. Confined to one call. */
final class Turn {

    private static final Logger log = LoggerFactory.getLogger(Turn.class);

    /**
     * Something to be done, which says what it wrote; false where there was nothing to do, so that it is tried again the next time.
     */
    interface Deed {
        boolean happen(Written written);
    }

    private final Scope scope;
    private final Ledger ledger;
    private final EnumSet<Part> wanted;
    private final Map<String, Ledger.Note> given = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final SortedMap<String, Integer> done = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int known;

    Turn(Scope scope, Ledger ledger, EnumSet<Part> wanted) {
        this.scope = scope;
        this.ledger = ledger;
        this.wanted = wanted;
    }

    /** Does a deed that no run of these has brought about already. */
    void once(Part part, Collection<String> traces, Object what, Deed deed) {
        if (!wanted.contains(part)) {
            return;
        }
        String key = Ledger.key(part, what);
        if (traces.stream().anyMatch(trace -> given(trace).done().contains(key))) {
            known++;
            return;
        }
        Written written = new Written();
        if (did(part, deed, written)) {
            traces.forEach(trace -> given(trace).done().add(key));
            traces.forEach(trace -> given(trace).written().add(written));
            changed.addAll(traces);
        }
    }

    /** Does a deed that may be done any number of times; returns whether it happened. */
    boolean always(Part part, Deed deed) {
        return did(part, deed, new Written());
    }

    private boolean did(Part part, Deed deed, Written written) {
        if (!wanted.contains(part)) {
            return false;
        }
        try {
            boolean happened = deed.happen(written);
            if (happened) {
                done.merge(part.word(), 1, Integer::sum);
            }
            return happened;
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("Cannot learn part '{}' in workspace '{}'", part.word(), scope.workspaceId(), e);
            failures.add(part.word() + ": " + e.getClass().getSimpleName());
            return false;
        }
    }

    /** Whether anything happened in this turn. */
    boolean didSomething() {
        return !done.isEmpty();
    }

    private Ledger.Note given(String trace) {
        return given.computeIfAbsent(trace, id -> ledger.of(scope, id));
    }

    /** What the runs have given that gave something in this turn. */
    Map<String, Ledger.Note> changed() {
        Map<String, Ledger.Note> notes = new LinkedHashMap<>();
        changed.forEach(trace -> notes.put(trace, given(trace)));
        return notes;
    }

    LearningReceipt receipt(Distillation found) {
        Written written = new Written();
        found.traces().forEach(trace -> written.add(given(trace).written()));
        return new LearningReceipt(
                found.status(),
                found.traces().size(),
                found.candidates().size(),
                found.accepted(),
                found.pruned(),
                done,
                known,
                failures,
                written.written(),
                written.waiting());
    }
}
