package tacit.api.autonomy;

/** How much a role does by itself, before its own policy. */
public enum AutonomyPreset {
    /** Nothing: everything that changes anything is asked. */
    MANUAL,
    /** Reads, writes in its workspace, proposals. */
    SAFE_AUTONOMY,
    /** Commands besides. */
    FOUNDER_EDGE
}
