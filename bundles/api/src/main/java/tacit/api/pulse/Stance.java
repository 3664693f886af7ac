package tacit.api.pulse;

/** How far a profile may go by itself. */
public enum Stance {
    /** Looks, and suggests what is strong. */
    OBSERVER,
    /** Suggests what should be done. */
    OPERATOR,
    /** Starts work. */
    DISPATCHER
}
