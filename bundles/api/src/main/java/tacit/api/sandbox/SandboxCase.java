package tacit.api.sandbox;

import java.util.Objects;
import tacit.api.harness.Situation;

/**
 * One question of a run. Immutable.
 *
 * @param id unique within the run
 * @param situation the question, with what others answered inside it
 */
public record SandboxCase(String id, Situation situation) {

    public SandboxCase {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(situation, "situation");
    }
}
