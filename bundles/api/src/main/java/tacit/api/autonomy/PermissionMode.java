package tacit.api.autonomy;

/** What counts where no rule says anything. */
public enum PermissionMode {
    /** Reads are allowed, the rest is asked. */
    DEFAULT,
    /** Reads are allowed, the rest is denied. */
    PLAN,
    /** Asks for shell, deletion, what is external and what lies outside the workspace. */
    ACCEPT_EDITS,
    /** Asks for what can do harm. */
    DANGEROUS_ONLY,
    /** Asks for the export of data and the place of people only. */
    DONT_ASK,
    /** Allows what no guardrail stops; exports of data are asked all the same. */
    BYPASS_PERMISSIONS
}
