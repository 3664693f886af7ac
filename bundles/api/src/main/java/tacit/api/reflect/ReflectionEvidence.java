package tacit.api.reflect;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that was seen about a target. Immutable.
 *
 * @param id of it within the run; critiques cite it
 * @param type what kind of thing it is
 * @param actionable whether it asks for something to be done
 * @param weight how useful it is by itself, in [0, 1]
 * @param fingerprint of what it was made of: the same thing seen twice has the same
 * @param text what was seen, bounded and redacted
 * @param subject what it is about in a word that stays, such as {@code cluster:ID}: what happened to it before counts
 * @param reference where to look it up, such as {@code trace:ID}; null for nowhere
 * @param createdAt when it happened
 */
public record ReflectionEvidence(
        String id,
        Type type,
        boolean actionable,
        double weight,
        String fingerprint,
        String text,
        String subject,
        @Nullable String reference,
        Instant createdAt) {

    /** The most characters of a text. */
    public static final int LONGEST_TEXT = 600;

    /** What kind of thing was seen, with its usual weights. */
    public enum Type {
        CODE_FAILURE(.95, .95),
        FAILURE_CLUSTER(.86, .20),
        PULL_REQUEST_ACTIVITY(.82, .82),
        MAILBOX_EVENT(.72, .25),
        TASK_SIGNAL(.68, .18),
        FAILED_TRACE(.66, .15),
        DISMISSED_SUGGESTION(.60, .10),
        HEARTBEAT_SIGNAL(.58, .12),
        HEARTBEAT_RUN(.58, .12),
        CORE_TRACE(.55, .12),
        EVENT_TRIGGER(.50, .10),
        SCHEDULED_TASK(.50, .10),
        BRIEFING(.50, .10),
        LEARNING(.42, .08),
        MEMORY_PLAYBOOK(.42, .08),
        OTHER(.40, .05);

        private final double asked;
        private final double idle;

        Type(double asked, double idle) {
            this.asked = asked;
            this.idle = idle;
        }

        /** How useful one of it is, in [0, 1]. */
        public double weight(boolean actionable) {
            return actionable ? asked : idle;
        }
    }

    public ReflectionEvidence {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(createdAt, "createdAt");
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(
                    "text must have 1 to " + LONGEST_TEXT + " characters, got " + text.length());
        }
        if (!(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("weight must be in [0, 1], got " + weight);
        }
    }
}
