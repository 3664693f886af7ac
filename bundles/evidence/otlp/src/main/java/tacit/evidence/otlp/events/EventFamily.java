package tacit.evidence.otlp.events;

import tacit.evidence.otlp.wire.WireLog;

/** Understands the log events of one family of emitters. Stateless. */
interface EventFamily {

    /** Whether the event is of this family. */
    boolean owns(WireLog log);

    /**
     * Adds what the event says to its trace.
     *
     * @throws tacit.evidence.otlp.wire.BadItemException when it lacks what it takes to place it
     */
    void read(WireLog log, EventAssembly traces);
}
