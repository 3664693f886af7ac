package tacit.api.pulse;

/** The stages of the core, each with a switch of its own under the one for all. */
public enum CoreStage {
    /** What comes in becomes signals. */
    TRIGGERS,
    /** Pulses. */
    HEARTBEAT,
    /** Work that pulses start. */
    DISPATCH,
    /** Hypotheses about targets. */
    REFLECTION,
    /** Proposals to mend memories. */
    DREAMING,
    /** Proposals to people. */
    SUGGESTIONS,
    /** What cycles teach: memory candidates and learnings. */
    LEARNING
}
