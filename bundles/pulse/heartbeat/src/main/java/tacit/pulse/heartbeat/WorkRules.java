package tacit.pulse.heartbeat;

import java.util.List;
import java.util.Locale;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.ProactiveTask.Mode;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.Stance;

/** Rules that say what is to be done, in their order; the last one always holds. */
final class WorkRules {

    static final List<Rule> ORDER = List.of(
            WorkRules::observer,
            WorkRules::asked,
            WorkRules::schedules,
            WorkRules::maintenance,
            WorkRules::strongSignal,
            WorkRules::reminder,
            WorkRules::ownWork,
            look -> Finding.idle("nothing", "nothing is strong or due"));

    private WorkRules() {}

    private static Finding observer(Look look) {
        if (!look.onlyLooks()) {
            return Finding.passed("observer_strong", "not an observer with nothing but signals");
        }
        String why = strength(look, look.thresholds().observer());
        return !look.signals().isEmpty() && look.strength() >= look.thresholds().observer()
                ? Finding.suggestion("observer_strong", why)
                : Finding.passed("observer_strong", why);
    }

    private static Finding asked(Look look) {
        if (!look.asked()) {
            return Finding.passed("asked", "nobody asked for it");
        }
        return startsOrSuggests(
                look,
                "asked",
                look.situation().mentions() + " mentions, " + look.situation().assignedTasks() + " tasks"
                        + (look.manual() ? ", and by hand" : ""));
    }

    private static Finding schedules(Look look) {
        int due = look.due(Mode.CRON_HANDOFF).size();
        return due == 0
                ? Finding.passed("cron_handoff", "no due task wants a schedule")
                : new Finding(
                        "cron_handoff",
                        due + " due tasks want a schedule",
                        PulseOutcome.HANDOFF_TO_CRON,
                        DispatchKind.CRON_HANDOFF,
                        Finding.Subject.SCHEDULES);
    }

    private static Finding maintenance(Look look) {
        int points = look.situation().checklist().size();
        int tasks = look.due(Mode.DISPATCH).size();
        String why = points + " points and " + tasks + " tasks are due";
        if (look.stance() == Stance.OBSERVER || points + tasks == 0) {
            return Finding.passed("maintenance_due", points + tasks == 0 ? why : "an observer does no maintenance");
        }
        return look.dispatcher()
                ? new Finding(
                        "maintenance_due",
                        why,
                        PulseOutcome.DISPATCH_RUNBOOK,
                        DispatchKind.RUNBOOK,
                        Finding.Subject.DUE)
                : Finding.suggestion("maintenance_due", why).about(Finding.Subject.DUE);
    }

    private static Finding strongSignal(Look look) {
        double least = look.thresholds().strong();
        if (look.onlyLooks() || look.signals().isEmpty() || look.strength() < least) {
            return Finding.passed(
                    "strong_signal", look.onlyLooks() ? "for an observer another rule counts" : strength(look, least));
        }
        return startsOrSuggests(look, "strong_signal", strength(look, least));
    }

    private static Finding reminder(Look look) {
        int points = look.situation().checklist().size();
        int tasks = look.due(Mode.PULSE_ONLY).size();
        String why = points + " points and " + tasks + " reminders are due";
        return points + tasks == 0
                ? Finding.passed("reminder_due", why)
                : Finding.suggestion("reminder_due", why).about(Finding.Subject.DUE);
    }

    private static Finding ownWork(Look look) {
        return look.own().isEmpty()
                ? Finding.passed("own_work", "no signal came from own work")
                : Finding.idle("own_work", look.own().size() + " signals came from own work")
                        .about(Finding.Subject.OWN_WORK);
    }

    private static Finding startsOrSuggests(Look look, String rule, String why) {
        return look.dispatcher() ? Finding.task(rule, why) : Finding.suggestion(rule, why);
    }

    private static String strength(Look look, double least) {
        return String.format(Locale.ROOT, "strength %.2f of the %.2f that it takes", look.strength(), least);
    }
}
