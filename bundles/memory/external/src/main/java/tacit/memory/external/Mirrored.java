package tacit.memory.external;

import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;

/** Which memories may have a copy outside. */
final class Mirrored {

    static final String LAYER = "archive";
    static final String TASK = "task";

    private static final String PRIVACY = "privacy";
    private static final String NORMAL = "normal";
    /** What a summary was made from, which has copies of its own. */
    private static final String SOURCES = "sources";

    private static final String OUT_OF_SIGHT = "recall.ignored";

    private Mirrored() {}

    /** Whether it is one of the archive that belongs to the whole workspace, is in use, and is neither private nor hidden. */
    static boolean mayLeave(MemoryRecord memory) {
        return memory.layer().equals(LAYER)
                && memory.state() == MemoryState.ACTIVE
                && memory.scope().reach() == Reach.WORKSPACE
                && memory.visibility() != Visibility.PRIVATE
                && memory.attribute(PRIVACY).orElse(NORMAL).equals(NORMAL)
                && !memory.attributes().containsKey(SOURCES)
                && !memory.attributes().containsKey(OUT_OF_SIGHT);
    }
}
