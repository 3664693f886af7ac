package tacit.bench.kills;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.ExperimentState;
import tacit.bench.crash.Comeback;

/**
 * What a host says of itself once it is there again. Immutable.
 *
 * @param serves whether it answers, with every role filled as the generation that decides names it
 * @param active that generation
 * @param states of all experiments
 * @param bundles that are installed
 */
record Standing(boolean serves, long active, Map<String, ExperimentState> states, long bundles) {

    private static final int MOST = 500;

    static Standing of(Site site) throws IOException, InterruptedException {
        Comeback comeback = Comeback.of(site.shell());
        Map<String, ExperimentState> states = new HashMap<>();
        for (JsonNode row : site.rows("tacit:experiments --json --limit " + MOST)) {
            String id = row.path("id").asText();
            states.put(id, ExperimentState.valueOf(row.path("state").asText().toUpperCase(Locale.ROOT)));
        }
        long bundles = site.did("felix:lb").lines().count();
        return new Standing(comeback.complete(), comeback.active(), states, bundles);
    }

    /** What cannot be: the harness decides, and experiments say the same of it. */
    List<String> violations(Ledger ledger, long bundlesAtFirst) {
        List<String> found = new ArrayList<>();
        if (!serves) {
            found.add("The host did not come back whole");
            return found;
        }
        Optional<Ledger.Made> last = ledger.last();
        if (last.map(Ledger.Made::number).orElse(0L) != active) {
            found.add("Generation " + active + " is active, the ledger ends with " + last);
        }
        @Nullable String standing = last.map(Ledger.Made::value).orElse(null);
        states.forEach((id, state) -> found.addAll(violations(id, state, ledger.of(id), standing)));
        long trials = states.values().stream()
                .filter(state -> state == ExperimentState.CANARY)
                .count();
        if (bundles > bundlesAtFirst + trials) {
            found.add(bundles + " bundles are installed, " + (bundlesAtFirst + trials) + " are due: a trial was left");
        }
        return found;
    }

    private static List<String> violations(
            String id, ExperimentState state, Optional<Ledger.Made> made, @Nullable String standing) {
        List<String> found = new ArrayList<>();
        if (state == ExperimentState.RUNNING) {
            found.add(id + ": it is said to run, and nobody runs it");
        }
        boolean settled = state == ExperimentState.PROMOTED || state == ExperimentState.ROLLED_BACK;
        if (made.isPresent() != settled) {
            found.add(id + ": it is " + state + ", and the ledger says " + made);
        }
        boolean inForce = made.isPresent() && Objects.equals(made.get().value(), standing);
        if (state == ExperimentState.PROMOTED && !inForce) {
            found.add(id + ": it is PROMOTED, and " + standing + " stands in its place");
        }
        return found;
    }
}
