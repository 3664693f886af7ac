package tacit.memory.sentences;

/** How long something that was said is likely to hold. */
public enum Expiry {
    /** Hours. */
    EPHEMERAL,
    /** Weeks to months, such as a goal. */
    SEASONAL,
    /** Until somebody says otherwise. */
    DURABLE
}
