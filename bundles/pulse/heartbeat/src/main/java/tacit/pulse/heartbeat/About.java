package tacit.pulse.heartbeat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tacit.api.pulse.ChecklistItem;
import tacit.api.pulse.ProactiveTask;
import tacit.api.pulse.ProactiveTask.Mode;
import tacit.api.pulse.Signal;

/**
 * What a decision is about. Immutable.
 *
 * @param signals the signals
 * @param points due points of the checklist
 * @param tasks due tasks
 */
record About(List<Signal> signals, List<ChecklistItem> points, List<ProactiveTask> tasks) {

    static About of(Finding finding, Look look) {
        List<ChecklistItem> points = look.situation().checklist();
        return switch (finding.subject()) {
            case OWN_WORK -> new About(look.own(), List.of(), List.of());
            case SCHEDULES -> new About(List.of(), List.of(), look.due(Mode.CRON_HANDOFF));
            case DUE -> new About(List.of(), points, due(finding, look));
            case SIGNALS -> new About(look.signals(), points, due(finding, look));
        };
    }

    /** References to what was told, and to what told nothing itself. */
    List<String> evidence() {
        Set<String> references = new LinkedHashSet<>();
        for (Signal signal : signals) {
            references.addAll(signal.evidence().isEmpty() ? List.of("signal:" + signal.id()) : signal.evidence());
        }
        points.forEach(point -> references.add("checklist:" + point.id()));
        tasks.forEach(task -> references.add("proactive:" + task.id()));
        return List.copyOf(references);
    }

    long compressed() {
        return signals.stream().mapToLong(Signal::mergedCount).sum();
    }

    /** Tasks that want work come with work, all but those that want a schedule with a suggestion. */
    private static List<ProactiveTask> due(Finding finding, Look look) {
        List<ProactiveTask> wanted = look.due(Mode.DISPATCH);
        List<ProactiveTask> reminders = finding.isWork() ? List.of() : look.due(Mode.PULSE_ONLY);
        return look.situation().proactive().stream()
                .filter(task -> wanted.contains(task) || reminders.contains(task))
                .toList();
    }
}
