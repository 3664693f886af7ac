package tacit.learn.export;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.OutcomeSource;
import tacit.api.trace.Trace;

/** Says of a run, before its spans are read, whether it is wanted. Confined to one thread. */
final class Choice {

    private final ExportOptions options;
    private final Consent consent;

    Choice(ExportOptions options, Consent consent) {
        this.options = options;
        this.consent = consent;
    }

    /** Why it is not; empty when it is. */
    Optional<LeftOut> refusal(Trace trace) {
        if (Boolean.TRUE.equals(trace.attributes().get(Attribute.OWN_RUN))) {
            return Optional.of(LeftOut.OWN_RUN);
        }
        if (Boolean.TRUE.equals(trace.attributes().get(Attribute.INJECTED))) {
            return Optional.of(LeftOut.INJECTED);
        }
        Optional<LeftOut> refused = consent.refusal(trace);
        return refused.isPresent() ? refused : ofOutcome(trace.outcome()).or(() -> ofTask(trace));
    }

    private Optional<LeftOut> ofOutcome(Outcome outcome) {
        boolean good = outcome.label() == OutcomeLabel.SUCCESS;
        if (!good && (!options.preference() || outcome.label() != OutcomeLabel.FAILURE)) {
            return Optional.of(LeftOut.OUTCOME);
        }
        @Nullable OutcomeSource source = outcome.source();
        if (source == null || source.compareTo(options.weakest()) > 0) {
            return Optional.of(LeftOut.WEAK_SOURCE);
        }
        @Nullable Double least = options.score();
        @Nullable Double score = outcome.score();
        return good && least != null && (score == null || score < least)
                ? Optional.of(LeftOut.LOW_SCORE)
                : Optional.empty();
    }

    private Optional<LeftOut> ofTask(Trace trace) {
        String task = trace.taskKey();
        return options.preference() && (task == null || task.isBlank())
                ? Optional.of(LeftOut.NO_TASK)
                : Optional.empty();
    }
}
