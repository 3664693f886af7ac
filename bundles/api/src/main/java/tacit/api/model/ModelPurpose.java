package tacit.api.model;

/** What a model is wanted for. */
public enum ModelPurpose {
    /** An agent that works for a person, or by itself. */
    AGENT,
    /** An agent that works for another agent. */
    SUBAGENT
}
