package tacit.runtime.harness.activation;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.generation.ActivationReport;
import tacit.api.generation.ActivationRequest;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.LedgerEntry;
import tacit.api.trust.BundleTrust.Moment;
import tacit.runtime.harness.slot.Filling;

/** Makes a new generation and lets it decide. Used by one change at a time. */
final class Activation {

    private final Parts parts;
    private final LiveTable table;
    private final Bundles bundles;
    private final NextGeneration next;
    private final Transition transition;

    Activation(Parts parts, LiveTable table, Bundles bundles, NextGeneration next, Transition transition) {
        this.parts = parts;
        this.table = table;
        this.bundles = bundles;
        this.next = next;
        this.transition = transition;
    }

    ActivationReport run(ActivationRequest request) {
        Steps steps = new Steps();
        try {
            Generation target = target(request);
            SortedMap<String, Filling> changed = changed(target);
            refuseNothing(target, changed);
            Change change = new Change(target, changed, Moment.ACTIVATION, () -> commit(target, request));
            return transition.run(change, steps);
        } catch (Refused e) {
            return steps.refuse(e).report(table.number(), table.number());
        }
    }

    /** What decides now, or would if it could start. */
    Optional<Generation> base() {
        return table.generation().or(parts.ledger()::active);
    }

    Generation target(ActivationRequest request) throws Refused {
        return next.of(
                base(), request, parts.ledger().nextNumber(), parts.clock().instant());
    }

    /** What the table does not hold of a generation. */
    SortedMap<String, Filling> changed(Generation target) throws Refused {
        SortedMap<String, Filling> changed = new TreeMap<>(bundles.fillings(target));
        changed.values().removeIf(table::holds);
        return changed;
    }

    private void refuseNothing(Generation target, Map<String, Filling> changed) throws Refused {
        boolean same = table.generation().filter(target::sameAs).isPresent();
        if (changed.isEmpty() && same) {
            throw new Refused(
                    ActivationStep.READ,
                    "generation " + table.number(),
                    "nothing would change: generation " + table.number() + " decides in just that way");
        }
        if (target.roles().isEmpty() && table.generation().isEmpty()) {
            throw new Refused(ActivationStep.READ, "generation " + target.number(), "no bundle is named");
        }
    }

    private String commit(Generation target, ActivationRequest request) {
        parts.audit()
                .write(
                        request.by(),
                        "generation.activate",
                        String.valueOf(target.number()),
                        approved(target, table.generation()));
        parts.ledger()
                .append(LedgerEntry.Act.PROMOTED, target, parts.clock().instant(), request.by(), request.reason());
        return "the ledger names generation " + target.number();
    }

    /** Which hashes and which settings somebody answers for: those that were not in force before. */
    static Map<String, String> approved(Generation target, Optional<Generation> before) {
        Map<String, String> details = new TreeMap<>();
        target.roles().forEach((role, artifact) -> {
            if (before.map(old -> !artifact.equals(old.roles().get(role))).orElse(true)) {
                details.put("role " + role, words(artifact));
            }
        });
        before.ifPresent(old -> old.roles().keySet().stream()
                .filter(role -> !target.roles().containsKey(role))
                .forEach(role -> details.put("role " + role, "removed")));
        target.configurations().forEach((pid, settings) -> {
            if (before.map(old -> !settings.equals(old.configurations().get(pid)))
                    .orElse(true)) {
                details.put("settings " + pid, String.join(" ", settings.keySet()));
            }
        });
        if (target.experimentId() != null) {
            details.put("experiment", target.experimentId());
        }
        return details;
    }

    private static String words(Artifact artifact) {
        return artifact.symbolicName() + " " + artifact.version() + " " + artifact.sha256();
    }
}
