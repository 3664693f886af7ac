package tacit.pulse.heartbeat;

import java.util.List;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.PulseSituation;
import tacit.api.pulse.Signal;
import tacit.api.pulse.Stance;

/**
 * A situation as the rules look at it. Immutable.
 *
 * @param situation what was given
 * @param thresholds from where on signals are strong
 * @param signals those that count: none that own work caused
 * @param own the others
 */
record Look(PulseSituation situation, Thresholds thresholds, List<Signal> signals, List<Signal> own) {

    static Look at(PulseSituation situation, Thresholds thresholds) {
        return new Look(
                situation,
                thresholds,
                situation.signals().stream()
                        .filter(signal -> signal.origin() == null)
                        .toList(),
                situation.signals().stream()
                        .filter(signal -> signal.origin() != null)
                        .toList());
    }

    boolean manual() {
        return situation.manual();
    }

    PulseSituation.Limits limits() {
        return situation.limits();
    }

    Stance stance() {
        return situation.profile().settings().stance();
    }

    boolean dispatcher() {
        return stance() == Stance.DISPATCHER;
    }

    double strength() {
        return signals.stream().mapToDouble(Signal::strength).max().orElse(0);
    }

    /** Whether somebody asked for the role. */
    boolean asked() {
        return manual() || situation.mentions() > 0 || situation.assignedTasks() > 0;
    }

    /** Whether there is nothing but signals, and the profile only looks. */
    boolean onlyLooks() {
        return stance() == Stance.OBSERVER
                && !asked()
                && situation.checklist().isEmpty()
                && situation.proactive().isEmpty();
    }

    /** Due tasks of one kind; one that does not say how counts as work. */
    List<ProactiveTask> due(ProactiveTask.Mode mode) {
        return situation.proactive().stream()
                .filter(task ->
                        (task.executionMode() == null ? ProactiveTask.Mode.DISPATCH : task.executionMode()) == mode)
                .toList();
    }
}
