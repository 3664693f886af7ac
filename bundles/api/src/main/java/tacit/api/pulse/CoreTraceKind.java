package tacit.api.pulse;

/** What kind of cycle a core trace is. */
public enum CoreTraceKind {
    PULSE_CYCLE,
    SUBCONSCIOUS_CYCLE,
    MEMORY_UPDATE,
    DREAM_DISTILL,
    HARNESS_EXPERIMENT,
    REGRESSION_EVAL
}
