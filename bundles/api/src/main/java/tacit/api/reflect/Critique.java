package tacit.api.reflect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for or against a hypothesis. Immutable.
 *
 * @param hypothesisId about which one
 * @param verdict what follows
 * @param text in words
 * @param evidenceId what it is taken from; null only for support, for an objection cites what it is taken from
 */
public record Critique(
        String hypothesisId,
        Verdict verdict,
        String text,
        @Nullable String evidenceId) {

    /** What follows, the best first. */
    public enum Verdict {
        SUPPORT,
        MIXED,
        REJECT
    }

    public Critique {
        Objects.requireNonNull(hypothesisId, "hypothesisId");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(text, "text");
        if (verdict != Verdict.SUPPORT && evidenceId == null) {
            throw new IllegalArgumentException("evidenceId must be given for an objection");
        }
    }
}
