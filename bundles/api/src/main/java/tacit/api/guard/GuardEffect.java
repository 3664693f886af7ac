package tacit.api.guard;

/** What is answered to a tool call, from the mildest. */
public enum GuardEffect {
    /** Nothing speaks against the call. */
    ALLOW,
    /** A person should agree before the call is made. */
    ASK,
    /** The call must not be made. */
    DENY
}
