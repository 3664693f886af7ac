package tacit.api.trace;

/** Who says how a run turned out, from the weightiest to the lightest. */
public enum OutcomeSource {
    USER,
    GRADER,
    RULE,
    AGENT
}
