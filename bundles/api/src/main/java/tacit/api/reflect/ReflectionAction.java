package tacit.api.reflect;

/** What a reflection may lead to, the least first. */
public enum ReflectionAction {
    /** A line to people, and nothing else. */
    NOTIFY,
    /** A proposal to people. */
    SUGGESTION,
    /** A task. */
    TASK,
    /** A task that changes code, in a tree of its own, with a review. */
    CODE_CHANGE_TASK
}
