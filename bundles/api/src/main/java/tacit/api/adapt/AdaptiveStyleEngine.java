package tacit.api.adapt;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * Follows how users write and what they say of answers, one level of style at a time. Stateless: all of it lies in {@link
 * StateStore} as kind {@code style}.
 *
 * <p>A scope with a user means that user's style: without a channel the one for everywhere, with a channel the one for there,
 * which takes the place of the other dimension by dimension. A scope without a user means the workspace's style, which all of its
 * users inherit; it is set and never adapted, and has no channels.
 *
 * <p>History, undo and reset of a user without a channel are those of all of their channels together.
 */
@Role("style")
@ConsumerType
public interface AdaptiveStyleEngine {

    /** The most entries of a history. */
    int LONGEST_HISTORY = 100;

    /**
     * Looks at messages of a user, and shifts the style where they and the allowance of the week call for it. The times are those
     * of the messages.
     *
     * @throws IllegalArgumentException without a user
     */
    StyleObservation observe(Scope scope, @Nullable String channel, List<StyleMessage> messages);

    /**
     * What {@link #observe} would shift, without looking at anything for good: so that it can be written down before.
     *
     * @throws IllegalArgumentException without a user
     */
    List<StyleChange> foresee(Scope scope, @Nullable String channel, List<StyleMessage> messages);

    /**
     * Looks at what a user thought of answers, and shifts the style where it says so and the allowance of the week lets it. What
     * is over the allowance waits.
     *
     * @throws IllegalArgumentException without a user
     */
    StyleObservation observeFeedback(Scope scope, @Nullable String channel, StyleFeedback feedback);

    /** The style that holds, and whose it is. */
    Style style(Scope scope, @Nullable String channel);

    /**
     * What was changed, in order.
     *
     * @param limit how many of the last entries, in [1, {@value #LONGEST_HISTORY}]
     */
    List<StyleChange> getAdaptationHistory(Scope scope, @Nullable String channel, int limit);

    StyleStats getObservationStats(Scope scope, @Nullable String channel);

    /**
     * Sets levels; the others stay. They are the baseline from then on.
     *
     * @param settings at least one, none of a dimension twice
     * @param evidence who set them, such as the entry of the audit log
     * @return what was changed; empty when all of them held already
     */
    List<StyleChange> set(Scope scope, @Nullable String channel, List<StyleSetting> settings, List<String> evidence);

    /**
     * Takes back the last step, so that levels and history are as they were before it. The allowance of the week stays used.
     *
     * @return what was taken back; empty when there is nothing
     */
    List<StyleChange> undo(Scope scope, @Nullable String channel);

    /**
     * Forgets what was observed and goes back to the baseline: what was set last, and else what is inherited. The allowance of
     * the week stays used.
     *
     * @return what was changed; empty when the style stood at its baseline
     */
    List<StyleChange> reset(Scope scope, @Nullable String channel, List<String> evidence);
}
