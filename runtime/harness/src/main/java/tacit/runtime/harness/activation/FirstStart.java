package tacit.runtime.harness.activation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.LedgerEntry;
import tacit.api.trust.BundleTrust.Moment;
import tacit.runtime.harness.slot.Filling;

/** Brings roles of the image that no generation ever had into a generation. Used by the start of the host. */
final class FirstStart {

    private static final String BY = "tacit";

    private final Parts parts;
    private final LiveTable table;
    private final ShippedBundles shipped;
    private final Preparation preparation;
    private final Transition transition;
    private final Alarms alarms;
    private final StartingFile starting;

    FirstStart(
            Parts parts,
            LiveTable table,
            ShippedBundles shipped,
            Preparation preparation,
            Transition transition,
            Alarms alarms,
            StartingFile starting) {
        this.parts = parts;
        this.table = table;
        this.shipped = shipped;
        this.preparation = preparation;
        this.transition = transition;
        this.alarms = alarms;
        this.starting = starting;
    }

    /** Adds what is new; a bundle that does not start is named and left out. */
    void run() {
        SortedMap<String, Filling> added = shipped.fillings(known());
        if (added.isEmpty()) {
            return;
        }
        long number = parts.ledger().nextNumber();
        if (starting.deaths(number) >= Recovery.PATIENCE) {
            alarms.raise(
                    "shipped",
                    "The bundles of the image ended the host " + Recovery.PATIENCE
                            + " times while they started, and stay out: " + String.join(", ", added.keySet()));
            return;
        }
        starting.begin(number);
        add(number, added);
        starting.end(number);
    }

    private Set<String> known() {
        return parts.ledger().generations().stream()
                .flatMap(generation -> generation.roles().keySet().stream())
                .collect(Collectors.toSet());
    }

    private void add(long number, SortedMap<String, Filling> added) {
        Prepared ready = new Prepared(preparation);
        SortedMap<String, Artifact> roles = new TreeMap<>();
        table.generation().ifPresent(generation -> roles.putAll(generation.roles()));
        for (Attempt attempt : ManyHands.each(List.copyOf(added.values()), this::attempt)) {
            Artifact artifact = attempt.filling().artifact();
            if (attempt.steps().failed()) {
                alarms.raise(
                        "shipped " + attempt.filling().role(),
                        "Bundle " + artifact + " of the image is left out: "
                                + Steps.words(attempt.steps().report(0, 0)));
            } else {
                attempt.prepared().slots().forEach(ready::ready);
                roles.put(attempt.filling().role(), artifact);
            }
        }
        if (!ready.slots().isEmpty()) {
            commit(number, roles, ready);
        }
    }

    /** What came of filling a slot for a role. */
    private record Attempt(Filling filling, Prepared prepared, Steps steps) {}

    private Attempt attempt(Filling filling) {
        Steps steps = new Steps();
        Prepared prepared = preparation.prepare(Map.of(filling.role(), filling), Moment.ACTIVATION, true, steps);
        return new Attempt(filling, prepared, steps);
    }

    private void commit(long number, SortedMap<String, Artifact> roles, Prepared ready) {
        Optional<Generation> before = table.generation();
        Instant now = parts.clock().instant();
        String reason = before.isEmpty() ? "shipped with the image" : "roles that are new in the image";
        @Nullable Long parent = before.map(Generation::number).orElse(null);
        Generation target = new Generation(
                number,
                parent,
                now,
                BY,
                reason,
                roles,
                before.map(Generation::configurations).orElseGet(TreeMap::new),
                null);
        Change change = new Change(target, new TreeMap<>(), Moment.ACTIVATION, () -> {
            parts.audit().write(BY, "generation.activate", String.valueOf(number), Activation.approved(target, before));
            parts.ledger().append(LedgerEntry.Act.PROMOTED, target, now, BY, reason);
            return "the ledger names generation " + number;
        });
        ActivationReport report = transition.conclude(change, ready, new Steps());
        if (!report.succeeded()) {
            alarms.raise("shipped", "The bundles of the image do not decide: " + Steps.words(report));
        }
    }
}
