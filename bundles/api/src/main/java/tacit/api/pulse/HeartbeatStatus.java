package tacit.api.pulse;

/** What the heartbeat of a profile is doing. */
public enum HeartbeatStatus {
    /** Waits for its next pulse. */
    IDLE,
    /** Is in a pulse. */
    RUNNING,
    /** Is outside its active hours. */
    SLEEPING,
    /** Its last pulse failed. */
    ERROR
}
