package tacit.memory.gate;

import tacit.api.memory.MemoryWrite;

/** How much harm a write could do if nobody looked at it, in [0, 1]. */
final class Risk {

    private static final double ANY = 0.2;
    private static final double CURATED = 0.25;
    private static final double EXTERNAL = 0.45;
    private static final double UNASKED = 0.2;

    private Risk() {}

    static double of(MemoryWrite write) {
        double target =
                switch (write.target()) {
                    case ARCHIVE, GRAPH -> 0;
                    case CURATED -> CURATED;
                    case EXTERNAL -> EXTERNAL;
                };
        double origin = write.origin() == MemoryWrite.Origin.AGENT_TOOL ? 0 : UNASKED;
        return Math.min(1, Math.round((ANY + target + origin) * 100) / 100.0);
    }
}
