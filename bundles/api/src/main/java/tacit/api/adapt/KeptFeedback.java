package tacit.api.adapt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Feedback as it is kept. Immutable.
 *
 * @param feedback what was given
 * @param by who handed it in
 * @param sequence grows with each one that is kept
 * @param routed what came of it, by part, in the order in which they are told
 */
public record KeptFeedback(GivenFeedback feedback, String by, long sequence, Map<String, FeedbackRoute> routed) {

    /** The kind of the documents that keep it. */
    public static final String KIND = "feedback";

    public KeptFeedback {
        Objects.requireNonNull(feedback, "feedback");
        Objects.requireNonNull(by, "by");
        routed = Collections.unmodifiableMap(new LinkedHashMap<>(routed));
    }

    /** Whether some part is still to be told. */
    public boolean open() {
        return routed.values().stream().anyMatch(FeedbackRoute::open);
    }
}
