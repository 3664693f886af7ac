package tacit.api.adapt;

import java.util.Objects;

/**
 * What came of feedback in one of the parts that it was led to. Immutable.
 *
 * @param state what came of it
 * @param words that say so, for people, without words of users
 */
public record FeedbackRoute(State state, String words) {

    /** What can come of it. */
    public enum State {
        /** It was not led there yet. */
        WAITING,
        DONE,
        /** There was nothing to do. */
        SKIPPED,
        /** It could not be done; it is tried again. */
        FAILED
    }

    public FeedbackRoute {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(words, "words");
    }

    /** Whether it is still to be done. */
    public boolean open() {
        return state == State.WAITING || state == State.FAILED;
    }
}
