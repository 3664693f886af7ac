package tacit.api.sandbox;

/** How much a sandbox keeps from a candidate, from the least to the most. */
public enum SandboxLevel {
    /** A process of its own: bounded heap, empty environment, a private folder, killed at its deadline. */
    PROCESS,
    /** Also another user without rights, few processes, few and small files. */
    LIMITED,
    /** Also no network and no sight of other processes or of foreign files. */
    ISOLATED
}
