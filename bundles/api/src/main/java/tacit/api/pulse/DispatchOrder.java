package tacit.api.pulse;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Work that a part of the core wants to have done. Immutable.
 *
 * @param key what makes the same order the same, such as {@code reflection:RUN}: given twice, it is dispatched once
 * @param profileId who wants it
 * @param workspaceId where
 * @param userId for whom; null for nobody in particular
 * @param source which part wants it, such as {@code reflection} or {@code suggestion}
 * @param action what it is to the approvals, which earns autonomy: {@code dispatch_task}, {@code code_change_task}
 * @param targetKey what it is about, such as {@code workspace:ID}: autonomy is earned for it
 * @param title in a line, at most 200 characters
 * @param prompt what the executor is told
 * @param context what it should know besides, as text; may be empty
 * @param evidence references, at least one
 * @param parentId the run that decided it; null for none
 * @param traceId the cycle that it is part of; null for none
 * @param by the operator who asked for it, which passes cooldown and budgets; null when nobody did
 * @param attributes the brief: objective, role, scope_in, scope_out, deliverable, completion, where they are known
 */
public record DispatchOrder(
        String key,
        String profileId,
        String workspaceId,
        @Nullable String userId,
        String source,
        String action,
        String targetKey,
        String title,
        String prompt,
        String context,
        List<String> evidence,
        @Nullable String parentId,
        @Nullable String traceId,
        @Nullable String by,
        Map<String, String> attributes) {

    /** The action of most work. */
    public static final String TASK = "dispatch_task";

    /** The action of work that changes code. */
    public static final String CODE_CHANGE = "code_change_task";

    public DispatchOrder {
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(targetKey, "targetKey");
        Objects.requireNonNull(context, "context");
        evidence = List.copyOf(evidence);
        attributes = Map.copyOf(attributes);
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("key must have 1 to 200 characters, got '" + key + "'");
        }
        if (!action.matches("[a-z_]{1,40}")) {
            throw new IllegalArgumentException("action must be a word such as dispatch_task, got '" + action + "'");
        }
        if (title.isBlank() || title.length() > 200 || prompt.isBlank()) {
            throw new IllegalArgumentException("title and prompt must not be blank, title at most 200 characters");
        }
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("evidence must hold at least one reference");
        }
    }
}
