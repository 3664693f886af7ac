package tacit.api.pulse;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a pulse decided, and by which rule. Immutable.
 *
 * @param outcome what is to be done
 * @param dispatch what is to be started; null for nothing
 * @param rule the rule that decided, such as {@code cooldown}: a word that does not change
 * @param reason in words
 * @param evidence references, without doubles
 * @param signalIds the signals that it is about
 * @param compressed how often they were told together
 * @param strength of the signals, in [0, 1]
 * @param checklistIds due points that it is about
 * @param proactiveIds due tasks that it is about
 * @param explained each rule that was looked at, in order, and whether it held: {@code cooldown: until 10:15}
 */
public record PulseDecision(
        PulseOutcome outcome,
        @Nullable DispatchKind dispatch,
        String rule,
        String reason,
        List<String> evidence,
        List<String> signalIds,
        long compressed,
        double strength,
        List<String> checklistIds,
        List<String> proactiveIds,
        List<String> explained) {

    public PulseDecision {
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(reason, "reason");
        evidence = List.copyOf(evidence);
        signalIds = List.copyOf(signalIds);
        checklistIds = List.copyOf(checklistIds);
        proactiveIds = List.copyOf(proactiveIds);
        explained = List.copyOf(explained);
    }
}
