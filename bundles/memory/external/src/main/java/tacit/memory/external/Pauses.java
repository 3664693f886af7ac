package tacit.memory.external;

import java.time.Duration;

/** How long a step that failed waits until it is tried again: longer each time. */
final class Pauses {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Pauses() {}

    /**
     * The next pause.
     *
     * @param attempts how often it failed before
     */
    static Duration after(long attempts) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(attempts, 6));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
