package tacit.api.reflect;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.Urgency;

/**
 * Something to propose to people. Immutable.
 *
 * @param key what makes the same proposal the same: offered twice, it is shown once
 * @param profileId who proposes
 * @param workspaceId where
 * @param userId to whom; null for whoever is there
 * @param type what kind of proposal
 * @param topic what it is about: the class of the described system
 * @param source which part proposes, such as {@code heartbeat}
 * @param title in a line
 * @param whyNow what makes it worth a look now
 * @param description in words; may be empty
 * @param action what would be done, as a prompt; null for nothing
 * @param confidence in [0, 1]
 * @param urgency how urgent
 * @param evidence references
 * @param traceId the cycle that it comes from; null for none
 * @param targetKey what it is about; null for nothing
 */
public record SuggestionDraft(
        String key,
        String profileId,
        String workspaceId,
        @Nullable String userId,
        Type type,
        Topic topic,
        String source,
        String title,
        String whyNow,
        String description,
        @Nullable String action,
        double confidence,
        Urgency urgency,
        List<String> evidence,
        @Nullable String traceId,
        @Nullable String targetKey) {

    /** What kind of proposal it is. */
    public enum Type {
        FOLLOW_UP,
        RECURRING_PATTERN,
        GOAL_ALIGNED,
        INSIGHT,
        REVERSE_PROMPT
    }

    /** What it is about. */
    public enum Topic {
        FOCUS_SUPPORT,
        OPEN_LOOP,
        CORRECTION,
        MEMORY,
        CROSS_WORKSPACE,
        AGING,
        URGENT,
        GENERAL
    }

    public SuggestionDraft {
        Objects.requireNonNull(profileId, "profileId");
        Objects.requireNonNull(workspaceId, "workspaceId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(whyNow, "whyNow");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(urgency, "urgency");
        evidence = List.copyOf(evidence);
        if (key.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("key and title must not be blank");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence must be in [0, 1], got " + confidence);
        }
    }
}
