package tacit.api.pulse;

import java.time.Duration;

/** What a signal is about, with how long one is kept that says nothing else. */
public enum SignalFamily {
    URGENT_INTERRUPT(30),
    FOCUS_STATE(60),
    OPEN_LOOP_PRESSURE(360),
    CORRECTION_LEARNING(1440),
    MEMORY_DRIFT(1440),
    CROSS_WORKSPACE_PATTERNS(720),
    SUGGESTION_AGING(360),
    AWARENESS_SIGNAL(120),
    MAINTENANCE(720),
    MENTIONS(120),
    ASSIGNED_TASKS(120);

    private final int minutes;

    SignalFamily(int minutes) {
        this.minutes = minutes;
    }

    /** How long a signal of the family is kept after it was seen last. */
    public Duration retention() {
        return Duration.ofMinutes(minutes);
    }
}
