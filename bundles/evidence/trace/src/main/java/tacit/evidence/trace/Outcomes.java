package tacit.evidence.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import tacit.api.trace.Outcome;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.TraceUpdate;

/** Which outcomes an update states, which are the same, and which one counts. */
final class Outcomes {

    private static final int DIGEST_BYTES = 16;

    private Outcomes() {}

    /** Everything an update says of how its trace turned out; times as exact as the store keeps them. */
    static List<Outcome> stated(TraceUpdate update) {
        List<Outcome> stated = new ArrayList<>(update.outcomes());
        if (update.trace().outcome().label() != OutcomeLabel.UNKNOWN) {
            stated.add(update.trace().outcome());
        }
        return stated.stream().map(Outcomes::storable).distinct().toList();
    }

    private static Outcome storable(Outcome outcome) {
        return new Outcome(
                outcome.label(),
                outcome.score(),
                outcome.source(),
                outcome.name(),
                outcome.explanation(),
                outcome.spanId(),
                outcome.at() == null ? null : outcome.at().truncatedTo(ChronoUnit.MICROS));
    }

    /** The one that counts, whatever the order; of two that weigh the same, the one whose text sorts first. */
    static Outcome effective(Collection<Outcome> outcomes) {
        return outcomes.stream().reduce(Outcomes::weightier).orElse(Outcome.UNKNOWN);
    }

    private static Outcome weightier(Outcome left, Outcome right) {
        if (left.outweighs(right) != right.outweighs(left)) {
            return left.outweighs(right) ? left : right;
        }
        return Json.outcome(left).compareTo(Json.outcome(right)) <= 0 ? left : right;
    }

    /** Equal for equal outcomes only. */
    static String digest(Outcome outcome) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Json.outcome(outcome).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
