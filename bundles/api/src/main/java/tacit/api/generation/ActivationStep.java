package tacit.api.generation;

/** The steps of an activation, in their order; up to {@link #COMMIT} a failure leaves the live harness untouched. */
public enum ActivationStep {
    /** The bytes are read once, and their hash is what was asked for. */
    READ,
    /** The statement, the keys and the policy of the manifest allow it. */
    TRUST,
    /** The jar is in the store. */
    STORE,
    /** The idle slot of the role takes the jar and its settings. */
    SLOT,
    /** The framework finds every package that it imports. */
    RESOLVE,
    /** It starts in time. */
    START,
    /** The component is satisfied and its service could really be got. */
    SATISFY,
    /** It answers the situations of its role in time, with the right type, twice the same. */
    PROBE,
    /** The ledger says so, on disk. */
    COMMIT,
    /** The table changes, all roles at once. */
    FLIP,
    /** The calls that were in flight have ended. */
    DRAIN,
    /** The live role answers its situations through the facade. */
    HEALTH
}
