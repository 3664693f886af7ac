package tacit.pulse.loop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.DispatchKind;
import tacit.api.pulse.PulseDecision;
import tacit.api.pulse.PulseOutcome;
import tacit.api.pulse.PulseSituation;

/**
 * What a pulse does, after all gates. Immutable.
 *
 * @param situation what it looked at
 * @param decision what the policy said
 * @param kind what is started; null for nothing
 * @param outcome of the pulse
 * @param rule that decided: of the policy, or of a gate behind it
 * @param reason in words
 */
record Decided(
        PulseSituation situation,
        PulseDecision decision,
        @Nullable DispatchKind kind,
        PulseOutcome outcome,
        String rule,
        String reason) {

    static Decided of(PulseSituation situation, PulseDecision decision) {
        DispatchKind kind = decision.dispatch();
        if (kind == null && decision.outcome() == PulseOutcome.SUGGESTION) {
            kind = DispatchKind.SUGGESTION;
        }
        return new Decided(situation, decision, kind, decision.outcome(), decision.rule(), decision.reason());
    }

    /** The same with nothing started, as a gate said. */
    Decided shut(Gates.Shut shut) {
        return new Decided(situation, decision, null, PulseOutcome.IDLE, shut.rule(), shut.reason());
    }

    boolean deferred() {
        return outcome == PulseOutcome.DEFERRED;
    }

    boolean skipped() {
        return kind == null && decision.dispatch() != null;
    }

    /** What was looked at and not taken. */
    List<String> whyNot() {
        if (kind != null) {
            return List.of();
        }
        List<String> why = new ArrayList<>();
        why.add("profile " + situation.profile().id() + ": " + rule + ", " + reason);
        situation.signals().stream()
                .limit(10)
                .forEach(signal -> why.add("signal " + signal.id() + ": "
                        + (signal.origin() == null ? rule : "own work of " + signal.origin())));
        return why;
    }
}
