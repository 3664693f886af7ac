package tacit.api.pulse;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a profile does of itself again and again. Immutable.
 *
 * @param id within its profile: letters, digits, dots, hyphens and underscores
 * @param name for people
 * @param description what it is for
 * @param category one word, such as {@code documentation}
 * @param promptTemplate what the executor is told
 * @param frequencyMinutes in [1, 525600]
 * @param executionMode null counts as DISPATCH
 * @param minSignalStrength the least strength of the signals that wait, in [0, 1]
 * @param priority in [1, 10], the lower the more urgent
 * @param enabled whether it comes due at all
 */
public record ProactiveTask(
        String id,
        String name,
        String description,
        String category,
        String promptTemplate,
        int frequencyMinutes,
        @Nullable Mode executionMode,
        double minSignalStrength,
        int priority,
        boolean enabled) {

    /** What a due one asks for. */
    public enum Mode {
        /** A suggestion. */
        PULSE_ONLY,
        /** Work. */
        DISPATCH,
        /** A schedule. */
        CRON_HANDOFF
    }

    public ProactiveTask {
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(category, "category");
        if (!id.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException(
                    "id must be 1 to 100 letters, digits, dots, hyphens and underscores, got '" + id + "'");
        }
        if (name.isBlank() || promptTemplate.isBlank()) {
            throw new IllegalArgumentException("name and promptTemplate must not be blank");
        }
        if (frequencyMinutes < 1 || frequencyMinutes > 525_600) {
            throw new IllegalArgumentException("frequencyMinutes must be in [1, 525600], got " + frequencyMinutes);
        }
        if (!(minSignalStrength >= 0 && minSignalStrength <= 1)) {
            throw new IllegalArgumentException("minSignalStrength must be in [0, 1], got " + minSignalStrength);
        }
        if (priority < 1 || priority > 10) {
            throw new IllegalArgumentException("priority must be in [1, 10], got " + priority);
        }
    }
}
