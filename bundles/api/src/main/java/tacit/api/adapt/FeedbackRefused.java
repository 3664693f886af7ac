package tacit.api.adapt;

import java.time.Duration;
import java.util.Objects;

/** Says why feedback was not taken; nothing was kept then. */
public final class FeedbackRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why feedback can be refused. */
    public enum Cause {
        /** The scope has no such run. */
        UNKNOWN_TASK,
        /** Somebody gave more in a minute than is taken. */
        TOO_MANY,
        /** Other feedback has the id. */
        OTHER_ID
    }

    private final Cause reason;
    private final Duration retryAfter;

    /**
     * Refuses.
     *
     * @param retryAfter when it may be tried again; zero for never
     */
    public FeedbackRefused(Cause reason, String message, Duration retryAfter) {
        super(message);
        this.reason = Objects.requireNonNull(reason, "reason");
        this.retryAfter = Objects.requireNonNull(retryAfter, "retryAfter");
    }

    /** Why. */
    public Cause reason() {
        return reason;
    }

    /** When it may be tried again; zero for never. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
