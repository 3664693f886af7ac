package tacit.bench.kills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tacit.api.experiment.ExperimentState;
import tacit.bench.kills.Kept.Audit;
import tacit.bench.kills.Kept.Comparison;
import tacit.bench.kills.Kept.One;
import tacit.bench.kills.Kept.Step;

/** Says what of the things that a host left cannot be. Confined to one look. */
final class Consistency {

    /** What people do is announced before it is done: the state that it leads to, and the words of the announcement. */
    private static final Map<ExperimentState, String> ANNOUNCED = Map.of(
            ExperimentState.RUNNING, "experiment.run",
            ExperimentState.CANARY, "experiment.canary",
            ExperimentState.REJECTED, "experiment.reject",
            ExperimentState.PROMOTED, "experiment.promote");

    private final Kept kept;
    private final Ledger ledger;
    private final List<String> violations = new ArrayList<>();

    private Consistency(Kept kept, Ledger ledger) {
        this.kept = kept;
        this.ledger = ledger;
    }

    /** As the moment of a kill left it: each thing by itself must be legal, though the harness may be one act ahead. */
    static List<String> asLeft(Kept kept, Ledger ledger, Told told) {
        Consistency look = new Consistency(kept, ledger);
        kept.experiments().forEach(look::experiment);
        look.evidence(told);
        look.audits();
        return look.violations;
    }

    private void experiment(One one) {
        List<Step> steps =
                kept.steps().stream().filter(step -> step.id().equals(one.id())).toList();
        history(one, steps);
        steps.forEach(this::announced);
        places(one);
        comparisons(one);
        boolean made = one.state() == ExperimentState.PROMOTED || one.state() == ExperimentState.ROLLED_BACK;
        Optional<Ledger.Made> generation = ledger.of(one.id());
        if (made && !generation.map(Ledger.Made::number).equals(Optional.ofNullable(one.generation()))) {
            say(one, "names generation " + one.generation() + ", the ledger " + generation);
        }
        long promotions = ledger.made().stream()
                .filter(other -> one.id().equals(other.experimentId()))
                .count();
        if (promotions > 1) {
            say(one, "was promoted " + promotions + " times");
        }
        if (generation.isPresent()
                && !audited("generation.", String.valueOf(generation.get().number()), "")) {
            say(one, "has a generation that the audit log does not announce");
        }
    }

    private void history(One one, List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (step.version() != i + 1) {
                say(one, "has step " + step.version() + " where " + (i + 1) + " is due");
            }
            ExperimentState from = step.from();
            if (i == 0 ? from != null : from != steps.get(i - 1).to()) {
                say(one, "goes on from " + from + " in step " + step.version());
            }
            if (from != null && from != step.to() && !from.next().contains(step.to())) {
                say(one, "went from " + from + " to " + step.to());
            }
        }
        if (steps.isEmpty() || steps.get(steps.size() - 1).to() != one.state() || steps.size() != one.version()) {
            say(one, "is " + one.state() + " in version " + one.version() + ", not where its history ends");
        }
    }

    private void announced(Step step) {
        String action = step.from() == step.to() ? "experiment.approve" : ANNOUNCED.get(step.to());
        boolean byRule = step.by().equals("tacit");
        String before = "\"version\":\"" + (step.version() - 1) + '"';
        if (action != null && !byRule && !audited(action, step.id(), before)) {
            violations.add(step.id() + ": step " + step.version() + " to " + step.to() + " is not in the audit log");
        }
        if (step.version() == 1 && !audited("experiment.propose", step.id(), "")) {
            violations.add(step.id() + ": its proposal is not in the audit log");
        }
    }

    private boolean audited(String action, String subject, String details) {
        return kept.audits().stream()
                .anyMatch(entry -> entry.action().startsWith(action)
                        && entry.subject().equals(subject)
                        && entry.details().contains(details));
    }

    private void places(One one) {
        long claimed = kept.places().getOrDefault(one.id(), 0L);
        if (claimed != (one.state().claims() ? 1 : 0)) {
            say(one, "is " + one.state() + " and claims " + claimed + " places");
        }
    }

    private void comparisons(One one) {
        List<Comparison> all = kept.comparisons().stream()
                .filter(live -> live.experimentId().equals(one.id()))
                .toList();
        long canaries = all.stream()
                .filter(live -> live.kind().equals("CANARY") && live.state().equals("FOLLOWING"))
                .count();
        long watches = all.stream().filter(live -> live.kind().equals("WATCH")).count();
        boolean made = one.state() == ExperimentState.PROMOTED || one.state() == ExperimentState.ROLLED_BACK;
        if (canaries != (one.state() == ExperimentState.CANARY ? 1 : 0) || watches != (made ? 1 : 0)) {
            say(one, "is " + one.state() + " with " + canaries + " open canaries and " + watches + " watches");
        }
        for (Comparison live : all) {
            if (live.told() != live.counted().size()) {
                say(
                        one,
                        live.id() + " counted " + live.told() + " runs, of which it names "
                                + live.counted().size());
            }
            if (!kept.traces().containsAll(live.counted())) {
                say(one, live.id() + " counted runs that are no evidence");
            }
        }
    }

    private void evidence(Told told) {
        Set<String> lost = told.lost(kept.traces());
        if (!lost.isEmpty()) {
            violations.add(
                    lost.size() + " runs are lost, such as " + lost.iterator().next());
        }
        if (kept.cases() < told.cases()) {
            violations.add((told.cases() - kept.cases()) + " cases are lost");
        }
        for (Step due : told.steps()) {
            if (kept.steps().stream().noneMatch(step -> step.id().equals(due.id()) && step.to() == due.to())) {
                violations.add(due.id() + ": the answer said " + due.to() + ", which is lost");
            }
        }
    }

    private void audits() {
        long announced = kept.audits().stream()
                .filter(entry -> entry.action().startsWith("generation."))
                .count();
        if (announced < ledger.made().size()) {
            violations.add("The ledger has " + ledger.made().size() + " acts, the audit log announces " + announced);
        }
        long due = 1;
        for (Audit entry : kept.audits()) {
            if (entry.number() != due++) {
                violations.add("The audit log has entry " + entry.number() + " where " + (due - 1) + " is due");
                return;
            }
        }
    }

    private void say(One one, String what) {
        violations.add(one.id() + ": " + what);
    }
}
