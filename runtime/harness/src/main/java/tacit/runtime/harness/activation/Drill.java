package tacit.runtime.harness.activation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tacit.api.generation.ActivationStep;
import tacit.api.generation.DrillReport;
import tacit.api.generation.Generation;
import tacit.api.trust.BundleTrust.Moment;
import tacit.runtime.harness.routing.DeclaredRole;
import tacit.runtime.harness.slot.Filling;
import tacit.runtime.harness.slot.Probe;
import tacit.runtime.harness.slot.Question;
import tacit.runtime.harness.slot.Questions;
import tacit.runtime.harness.slot.Slot;
import tacit.runtime.harness.slot.StepFailure;

/** Swaps every role to the same bytes and settings while it is called, and counts what happens to the calls. */
final class Drill {

    private final Parts parts;
    private final LiveTable table;
    private final Preparation preparation;
    private final Transition transition;
    private final DeclaredRoles roles;
    private final Questions questions;
    private final Probe probe;

    Drill(
            Parts parts,
            LiveTable table,
            Preparation preparation,
            Transition transition,
            DeclaredRoles roles,
            Questions questions,
            Probe probe) {
        this.parts = parts;
        this.table = table;
        this.preparation = preparation;
        this.transition = transition;
        this.roles = roles;
        this.questions = questions;
        this.probe = probe;
    }

    DrillReport run(int swaps, String by) {
        if (swaps < 1) {
            throw new IllegalArgumentException("swaps must be at least 1, got " + swaps);
        }
        List<String> problems = new ArrayList<>();
        Generation live = table.generation().orElse(null);
        if (live == null) {
            return report(List.of(), 0, 0, 0, List.of("No generation decides: there is nothing to swap"));
        }
        parts.audit()
                .write(by, "generation.drill", String.valueOf(live.number()), Map.of("swaps", String.valueOf(swaps)));
        Map<String, Filling> warm = warm();
        List<Long> taken = new ArrayList<>();
        Callers callers = Callers.start(probe, lines(problems));
        try (callers) {
            for (int i = 0; i < swaps && swap(live, taken, problems); i++) {
                // each round is a swap of its own
            }
        }
        restore(warm, problems);
        return report(taken, callers.made(), callers.failed(), callers.worstNanos(), problems);
    }

    /** What the idle slots hold, so that going back is still quick after the drill. */
    private Map<String, Filling> warm() {
        Map<String, Filling> warm = new TreeMap<>();
        for (String role : table.active().keySet()) {
            Slot idle = table.slots().of(role).idle(null);
            Filling filling = idle.alive() ? idle.filling() : null;
            if (filling != null) {
                warm.put(role, filling);
            }
        }
        return warm;
    }

    private void restore(Map<String, Filling> warm, List<String> problems) {
        for (String role : table.active().keySet()) {
            Slot idle = table.slots().of(role).idle(null);
            Filling before = warm.get(role);
            try {
                if (before == null) {
                    idle.empty();
                } else {
                    preparation.restore(idle, before);
                }
            } catch (StepFailure e) {
                problems.add(idle.subject() + " does not hold what it held before the drill: " + e.words());
            }
        }
    }

    private boolean swap(Generation live, List<Long> taken, List<String> problems) {
        long begin = System.nanoTime();
        SortedMap<String, Filling> wanted = new TreeMap<>();
        for (Map.Entry<String, Slot> entry : table.active().entrySet()) {
            Filling filling = entry.getValue().filling();
            if (filling != null) {
                wanted.put(entry.getKey(), filling);
            }
        }
        Steps steps = new Steps();
        Prepared prepared = preparation.prepare(wanted, Moment.START, false, steps);
        if (!steps.failed()) {
            steps.take(
                    ActivationStep.DRAIN,
                    "generation " + live.number(),
                    () -> transition.drain(table.flip(live, prepared.slots())));
        }
        if (steps.failed()) {
            problems.add("A swap failed at " + Steps.words(steps.report(0, 0)));
            return false;
        }
        taken.add(System.nanoTime() - begin);
        return true;
    }

    private List<Callers.Line> lines(List<String> problems) {
        List<Callers.Line> lines = new ArrayList<>();
        for (String role : table.active().keySet()) {
            Object facade = table.facade(role);
            try {
                DeclaredRole declared = roles.of(role);
                if (declared != null && facade != null) {
                    for (Question question : questions.shipped(declared)) {
                        probe.answer(facade, declared.type(), question)
                                .ifPresent(answer ->
                                        lines.add(new Callers.Line(facade, declared.type(), question, answer)));
                    }
                }
            } catch (StepFailure e) {
                problems.add("Role '" + role + "' is not called: " + e.words());
            }
        }
        return lines;
    }

    private static DrillReport report(
            List<Long> taken, long calls, long failed, long worstNanos, List<String> problems) {
        List<Long> sorted = new ArrayList<>(taken);
        Collections.sort(sorted);
        return new DrillReport(
                taken.size(),
                calls,
                failed,
                share(sorted, 0.5),
                share(sorted, 0.99),
                Duration.ofNanos(worstNanos),
                problems);
    }

    private static Duration share(List<Long> sorted, double share) {
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        int rank = (int) Math.ceil(share * sorted.size());
        return Duration.ofNanos(sorted.get(Math.max(0, rank - 1)));
    }
}
