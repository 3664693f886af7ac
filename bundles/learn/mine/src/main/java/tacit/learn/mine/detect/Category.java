package tacit.learn.mine.detect;

/** The kinds of failure that these detectors know. */
public final class Category {

    /** A call failed: the tool or the interpreter could not take it. */
    public static final String TOOL_ERROR = "tool_error";

    /** A result came back in a form that nobody can use. */
    public static final String MALFORMED_RESULT = "malformed_result";

    /** A step failed by its own account, and nothing inside it says why. */
    public static final String ERROR_SPAN = "error_span";

    public static final String RATE_LIMIT = "rate_limit";
    public static final String TIMEOUT = "timeout";
    public static final String SERVICE_ERROR = "service_error";
    public static final String ACCESS_DENIED = "access_denied";

    /** Steps, tokens, memory or operations ran out. */
    public static final String RESOURCE_EXHAUSTED = "resource_exhausted";

    /** The same call again although nothing changed. */
    public static final String REPEATED_CALL = "repeated_call";

    /** The agent turned away from what it was to do. */
    public static final String GOAL_DEVIATION = "goal_deviation";

    /** A claim that nothing in the run supports. */
    public static final String UNVERIFIED_CLAIM = "unverified_claim";

    /** A result that a tool is said to have given and never gave. */
    public static final String INVENTED_RESULT = "invented_result";

    /** Another tool, or none, where one was called for. */
    public static final String WRONG_TOOL = "wrong_tool";

    /** A call that was announced and not made. */
    public static final String CALL_NOT_MADE = "call_not_made";

    /** What the prompt asks for in so many words was not done. */
    public static final String INSTRUCTION_IGNORED = "instruction_ignored";

    /** The agent took an obstacle for something else and left its way. */
    public static final String WRONG_DIAGNOSIS = "wrong_diagnosis";

    /** What was worked out did not reach the next step. */
    public static final String LOST_CONTEXT = "lost_context";

    /** An answer was given although the step that should support it had failed. */
    public static final String MISSING_VERIFICATION = "missing_verification";

    /** A search that was repeated with nearly the same words. */
    public static final String POOR_RETRIEVAL = "poor_retrieval";

    /** The run failed by the word of a user, a grader, a rule or the agent. */
    public static final String FAILED_OUTCOME = "failed_outcome";

    /** The user said that the agent was wrong. */
    public static final String CORRECTION = "correction";

    /** The agent declined to do what it was asked. */
    public static final String REFUSAL = "refusal";

    private Category() {}
}
