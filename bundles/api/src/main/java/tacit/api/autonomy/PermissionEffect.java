package tacit.api.autonomy;

/** What is said to an act. */
public enum PermissionEffect {
    ALLOW,
    ASK,
    DENY
}
