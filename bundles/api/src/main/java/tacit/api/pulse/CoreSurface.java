package tacit.api.pulse;

/** Which part of the core a trace is of. */
public enum CoreSurface {
    HEARTBEAT,
    SUBCONSCIOUS,
    MEMORY,
    TRIGGER,
    DEVICE
}
