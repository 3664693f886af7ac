package tacit.api.execute;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work that is to be done. Immutable.
 *
 * @param id what makes the same work the same: given twice, it is done once
 * @param profileId who owns it
 * @param workspaceId where
 * @param userId for whom; null for nobody in particular
 * @param source who gives it, such as {@code heartbeat} or {@code reflection}
 * @param runId the run that decided it
 * @param title in a line
 * @param prompt what the executor is told
 * @param context what it should know besides, as text; may be empty
 * @param evidence references
 * @param executor which one; null for the route of its workspace
 * @param device on which target; null for the route of its workspace
 * @param timeout at most a day
 * @param maxTokens 0 for no bound
 * @param maxMicros in millionths of a dollar; 0 for no bound
 * @param agentConfig what it may do without asking, as the autonomy policy says
 * @param attributes the brief: objective, role, scope_in, scope_out, deliverable, completion, where they are known
 */
public record TaskBrief(
        String id,
        String profileId,
        String workspaceId,
        @Nullable String userId,
        String source,
        String runId,
        String title,
        String prompt,
        String context,
        List<String> evidence,
        @Nullable String executor,
        @Nullable String device,
        Duration timeout,
        long maxTokens,
        long maxMicros,
        Map<String, String> agentConfig,
        Map<String, String> attributes) {

    public TaskBrief {
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(context, "context");
        evidence = List.copyOf(evidence);
        agentConfig = Map.copyOf(agentConfig);
        attributes = Map.copyOf(attributes);
        if (id.isBlank() || title.isBlank() || prompt.isBlank()) {
            throw new IllegalArgumentException("id, title and prompt must not be blank");
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("timeout must be in (0, 24h], got " + timeout);
        }
        if (maxTokens < 0 || maxMicros < 0) {
            throw new IllegalArgumentException("maxTokens and maxMicros must not be negative");
        }
    }
}
