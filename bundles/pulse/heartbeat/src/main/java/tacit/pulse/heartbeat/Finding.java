package tacit.pulse.heartbeat;

import org.jspecify.annotations.Nullable;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.PulseOutcome;

/**
 * What a rule found. Immutable.
 *
 * @param rule its word
 * @param why in words
 * @param outcome what is to be done; null when the rule does not hold
 * @param dispatch what is to be started; null for nothing
 * @param subject what it is about
 */
record Finding(
        String rule,
        String why,
        @Nullable PulseOutcome outcome,
        @Nullable DispatchKind dispatch,
        Subject subject) {

    /** What a decision is about. */
    enum Subject {
        /** Signals that count, and all that is due. */
        SIGNALS,
        /** What is due at a time, without the signals. */
        DUE,
        /** What is due and wants a schedule. */
        SCHEDULES,
        /** Signals that own work caused. */
        OWN_WORK
    }

    static Finding passed(String rule, String why) {
        return new Finding(rule, why, null, null, Subject.SIGNALS);
    }

    static Finding idle(String rule, String why) {
        return new Finding(rule, why, PulseOutcome.IDLE, null, Subject.SIGNALS);
    }

    static Finding suggestion(String rule, String why) {
        return new Finding(rule, why, PulseOutcome.SUGGESTION, DispatchKind.SUGGESTION, Subject.SIGNALS);
    }

    static Finding task(String rule, String why) {
        return new Finding(rule, why, PulseOutcome.DISPATCH_TASK, DispatchKind.TASK, Subject.SIGNALS);
    }

    Finding about(Subject other) {
        return new Finding(rule, why, outcome, dispatch, other);
    }

    boolean held() {
        return outcome != null;
    }

    /** Whether it starts what costs tokens. */
    boolean isWork() {
        return outcome == PulseOutcome.DISPATCH_TASK
                || outcome == PulseOutcome.DISPATCH_RUNBOOK
                || outcome == PulseOutcome.HANDOFF_TO_CRON;
    }

    String explained() {
        return rule + (held() ? ": held, " : ": passed, ") + why;
    }
}
