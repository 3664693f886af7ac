package tacit.api.guard;

/** What a rule looks for in a call and in what stands before it. */
public enum GuardKind {
    /** An argument holds a value that nobody wrote and no tool returned before. */
    UNSEEN_VALUE,
    /** A second change since the user last spoke, with a code that was not put before the user. */
    UNAGREED_WRITE,
    /** A call after one that failed, without a word of the user between. */
    RETRY_WITHOUT_USER,
    /** The same call with the same arguments as one that failed. */
    REPEATED_FAILURE,
    /** The same call with the same arguments as an earlier one. */
    REPEATED_CALL,
    /** A call after a look-up that failed. */
    AFTER_FAILED_READ,
    /** A call after a look-up that found nothing. */
    AFTER_EMPTY_READ,
    /** The user's last message does not agree to anything. */
    UNCONFIRMED,
    /** A call that {@link GuardCondition#REQUIRED} names was not made before. */
    MISSING_CALL
}
