package tacit.api.trace;

/** How a run turned out. */
public enum OutcomeLabel {
    SUCCESS,
    FAILURE,
    /** Neither good nor bad by design: a cool-down, quiet hours, a busy user. */
    NEUTRAL,
    /** Nobody has said. */
    UNKNOWN
}
