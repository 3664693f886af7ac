package tacit.api.autonomy;

/** What an automation may do at all; what is not named is denied. */
public enum Capability {
    READ,
    WRITE,
    SHELL,
    DELETE,
    NETWORK,
    EXTERNAL,
    EXPORT,
    COMPUTER,
    DISPATCH,
    NOTIFY
}
