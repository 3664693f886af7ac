package tacit.api.recall;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;

/**
 * A call of a tool. Immutable.
 *
 * @param scope where
 * @param audience who will see the answer
 * @param taskId the run that calls; null for none
 * @param arguments texts, numbers, truths, lists and maps of texts, by name
 */
public record ToolCall(
        Scope scope, Audience audience, @Nullable String taskId, SortedMap<String, Object> arguments) {

    public ToolCall {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(audience, "audience");
        arguments = Collections.unmodifiableSortedMap(new TreeMap<>(arguments));
    }
}
