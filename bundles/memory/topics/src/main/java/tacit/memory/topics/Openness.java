package tacit.memory.topics;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryScope;
import tacit.api.memory.MemoryState;
import tacit.api.memory.Reach;
import tacit.api.memory.Visibility;

/** Decides which memories may stand in a file that everybody in a workspace can read. */
final class Openness {

    static final String ARCHIVE = "archive";
    static final String CURATED = "curated";

    private static final Set<String> LAYERS = Set.of(ARCHIVE, CURATED);

    private Openness() {}

    /** Whether a memory could ever stand there: never one of a single user. */
    static boolean concerns(MemoryRecord memory) {
        return LAYERS.contains(memory.layer()) && memory.scope().reach() == Reach.WORKSPACE;
    }

    /** Whether it may stand there now: it holds, and nobody made it private or took it out of recall. */
    static boolean isOpen(MemoryRecord memory, String workspaceId, Instant now) {
        return concerns(memory)
                && memory.workspaceId().equals(workspaceId)
                && memory.state() == MemoryState.ACTIVE
                && memory.visibility() != Visibility.PRIVATE
                && memory.holdsAt(now)
                && !memory.text().isBlank()
                && memory.attribute("recall.ignored").isEmpty()
                && memory.attribute("privacy").orElse("normal").equals("normal");
    }

    /** Those of a layer that may be open. */
    static MemoryFilter filter(String layer) {
        return MemoryFilter.active(layer)
                .withScope(MemoryScope.WORKSPACE)
                .withVisibilities(List.of(Visibility.SHARED, Visibility.PUBLIC));
    }
}
