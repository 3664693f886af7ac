package tacit.adapt.metrics;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;

/** The snapshots of days, as documents. Stateless. */
final class KeptSnapshots {

    private static final int MOST_TRIES = 20;

    private final StateStore states;
    private final SnapshotJson json = new SnapshotJson();

    KeptSnapshots(StateStore states) {
        this.states = states;
    }

    /** A workspace lists what all its users own, too: those of users are of another kind. */
    private static String kind(Scope scope) {
        return scope.userId() == null ? "evolution" : "evolution-user";
    }

    List<EvolutionSnapshot> newest(Scope scope, int most) {
        return states.list(scope, StateFilter.of(kind(scope)), most).stream()
                .map(document -> json.snapshot(document.content()))
                .toList();
    }

    /** In place of one of the same day. */
    void keep(Scope scope, EvolutionSnapshot snapshot) {
        String day = day(snapshot.computedAt());
        String text = json.text(snapshot);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<StateDocument> there = states.find(scope, kind(scope), day);
            long version = there.map(StateDocument::version).orElse(0L);
            if (states.put(scope, kind(scope), day, version, text, List.of()).isPresent()) {
                return;
            }
        }
        throw new IllegalStateException("Cannot keep the snapshot of " + day + ": others keep changing it");
    }

    private static String day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
