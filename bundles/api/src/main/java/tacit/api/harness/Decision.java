package tacit.api.harness;

import java.time.Duration;
import java.util.Objects;

/**
 * What a role was asked and what it answered. Immutable.
 *
 * @param id sortable by time
 * @param situation the question
 * @param output the answer as JSON; {@code {"thrown":"class: message"}} when the provider threw
 * @param providerSha256 the hash of the jar that answered
 * @param generation the generation in force
 * @param took the duration of the call
 * @param redactions how many secrets were replaced in the question and the answer: with any, asking again may differ
 */
public record Decision(
        String id,
        Situation situation,
        String output,
        String providerSha256,
        long generation,
        Duration took,
        int redactions) {

    public Decision {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(situation, "situation");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(providerSha256, "providerSha256");
        Objects.requireNonNull(took, "took");
    }
}
