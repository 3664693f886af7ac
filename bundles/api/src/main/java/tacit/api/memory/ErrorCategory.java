package tacit.api.memory;

/** What an error was about, as far as it can be told from its words. */
public enum ErrorCategory {
    /** A user said that it was wrong. */
    USER_CORRECTION,
    RATE_LIMIT,
    PERMISSION_DENIED,
    TIMEOUT,
    /** Something that was needed was not there. */
    MISSING_CONTEXT,
    TOOL_FAILURE,
    WRONG_APPROACH,
    UNKNOWN
}
