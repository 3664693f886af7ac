package tacit.runtime.harness.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.Generation;
import tacit.api.generation.LedgerEntry;
import tacit.api.trust.BundleTrust.Moment;

/** Lets the generation that the ledger names decide when the host starts, or the last good one. Used by the start of the host. */
final class Recovery {

    /** How many generations are tried, and how many deaths of the host one is forgiven. */
    static final int PATIENCE = 3;

    private static final int DEADLY = 2;

    private final Parts parts;
    private final Activation activation;
    private final Transition transition;
    private final Alarms alarms;
    private final StartingFile starting;

    Recovery(Parts parts, Activation activation, Transition transition, Alarms alarms, StartingFile starting) {
        this.parts = parts;
        this.activation = activation;
        this.transition = transition;
        this.alarms = alarms;
        this.starting = starting;
    }

    /** Does nothing before the first generation. */
    void run() {
        List<String> failures = new ArrayList<>();
        int deadly = 0;
        for (Generation generation : tries()) {
            if (starting.deaths(generation.number()) >= PATIENCE) {
                failures.add("generation " + generation.number() + " ended the host " + PATIENCE
                        + " times while it started");
                deadly++;
            } else if (deadly < DEADLY && start(generation, failures)) {
                return;
            }
        }
        if (!failures.isEmpty()) {
            alarms.raise(
                    "start",
                    "No generation decides: " + String.join("; ", failures)
                            + "; the harness stays down until one is activated");
        }
    }

    /** Generations in the order in which they were active, the last one first; one that equals another is tried once. */
    private List<Generation> tries() {
        List<Generation> tries = new ArrayList<>();
        List<LedgerEntry> acts = parts.ledger().entries();
        for (int i = acts.size() - 1; i >= 0 && tries.size() < PATIENCE; i--) {
            Generation generation = acts.get(i).generation();
            if (tries.stream().noneMatch(generation::sameAs)) {
                tries.add(generation);
            }
        }
        return tries;
    }

    private boolean start(Generation generation, List<String> failures) {
        starting.begin(generation.number());
        Steps steps = new Steps();
        ActivationReport report = report(generation, failures, steps);
        if (!report.succeeded()) {
            starting.end(generation.number());
            failures.add("generation " + generation.number() + " failed at " + Steps.words(report));
            return false;
        }
        starting.forget(parts.ledger().nextNumber());
        if (!failures.isEmpty()) {
            alarms.raise(
                    "start", "Generation " + generation.number() + " decides instead: " + String.join("; ", failures));
        }
        return true;
    }

    private ActivationReport report(Generation generation, List<String> failures, Steps steps) {
        Optional<Generation> active = parts.ledger().active();
        boolean named = active.filter(generation::equals).isPresent();
        try {
            Change change = new Change(
                    generation,
                    activation.changed(generation),
                    Moment.START,
                    named ? null : () -> commit(generation, String.join("; ", failures)));
            return transition.run(change, steps);
        } catch (Refused e) {
            return steps.refuse(e).report(0, 0);
        }
    }

    private String commit(Generation generation, String reason) {
        parts.audit().write("tacit", "generation.recover", String.valueOf(generation.number()), Map.of());
        parts.ledger()
                .append(LedgerEntry.Act.RECOVERED, generation, parts.clock().instant(), "tacit", reason);
        return "the ledger names generation " + generation.number();
    }
}
