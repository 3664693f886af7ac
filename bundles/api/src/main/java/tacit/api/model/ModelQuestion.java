package tacit.api.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which model shall do this? Immutable.
 *
 * @param purpose what it is wanted for
 * @param agent the name of the agent, as its traces say it; null when it does not say
 * @param channel where its answer is read; null for nowhere in particular
 * @param taskKey what names the same task across runs; null when nothing does
 * @param own the model that the caller uses where nothing is set; null when it does not say
 */
public record ModelQuestion(
        ModelPurpose purpose,
        @Nullable String agent,
        @Nullable String channel,
        @Nullable String taskKey,
        @Nullable String own) {

    /** The most characters of a name, here and in {@link ModelAnswer}. */
    public static final int LONGEST = 400;

    public ModelQuestion {
        Objects.requireNonNull(purpose, "purpose");
        check("agent", agent);
        check("channel", channel);
        check("taskKey", taskKey);
        check("own", own);
    }

    /** Of an agent, or one that works for another. */
    public static ModelQuestion of(ModelPurpose purpose, @Nullable String agent) {
        return new ModelQuestion(purpose, agent, null, null, null);
    }

    private static void check(String name, @Nullable String value) {
        if (value != null && (value.isBlank() || value.length() > LONGEST)) {
            throw new IllegalArgumentException(
                    name + " must have 1 to " + LONGEST + " characters, got " + value.length());
        }
    }
}
