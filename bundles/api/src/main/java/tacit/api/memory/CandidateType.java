package tacit.api.memory;

/** What a {@link MemoryCandidate} can be. */
public enum CandidateType {
    /** What a user likes or chooses. */
    PREFERENCE,
    /** What always or never may be done, and how to work. */
    CONSTRAINT,
    /** What was taken or done wrongly, and what is right. */
    CORRECTION,
    /** Steps that led to a result that was checked. */
    PATTERN,
    /** A task that comes again and again. */
    RECURRING_TASK,
    /** A failure that somebody should keep an eye on. */
    WATCH_ITEM,
    /** Anything else that somebody asked to remember. */
    NOTE
}
