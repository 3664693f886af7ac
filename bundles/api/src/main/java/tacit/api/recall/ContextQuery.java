package tacit.api.recall;

import java.util.Objects;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;

/**
 * What is looked for in the conversation of a run. Immutable.
 *
 * @param scope where
 * @param audience who will see it
 * @param taskId the run
 * @param text in words
 * @param most how many hits, in [1, 50]
 */
public record ContextQuery(Scope scope, Audience audience, String taskId, String text, int most) {

    /** The most hits of an answer. */
    public static final int MOST = 50;

    public ContextQuery {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(audience, "audience");
        Objects.requireNonNull(taskId, "taskId");
        text = text.strip().replaceAll("\\s+", " ");
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most must be in [1, " + MOST + "], got " + most);
        }
    }
}
