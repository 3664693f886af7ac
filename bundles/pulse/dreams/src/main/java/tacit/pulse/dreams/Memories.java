package tacit.pulse.dreams;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import tacit.api.memory.ArchiveObservations;
import tacit.api.memory.CuratedMemory;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.TopicPacks;
import tacit.api.memory.WorkspaceKit;
import tacit.api.memory.WriteTarget;
import tacit.api.recall.SessionRecall;
import tacit.api.reflect.DreamingService;

/** The roles and memories that are there at a moment; null for one that is not. Thread-safe. */
@Component(service = Memories.class)
public final class Memories {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable DreamingService dreaming;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable CuratedMemory curated;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ArchiveObservations observations;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable SessionRecall sessions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable TopicPacks topics;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable WorkspaceKit kit;

    /** Replaced as a whole when a memory comes or goes. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile List<WriteTarget> targets = List.of();

    /** Who writes to the archive; null where nobody does. */
    @Nullable
    WriteTarget archive() {
        return targets.stream()
                .filter(target -> target.target() == MemoryWrite.Target.ARCHIVE)
                .findFirst()
                .orElse(null);
    }

    /** A part, or the word that it is missing. */
    static <T> T needed(@Nullable T part, String role) {
        if (part == null) {
            throw new IllegalStateException("Nothing fills the role '" + role + "' now");
        }
        return part;
    }

    /** What to do about files that are too full, in words; empty for nothing, or where nobody can tell. */
    String pressure(String workspaceId) {
        WorkspaceKit now = kit;
        return now == null ? "" : now.pressure(workspaceId).instructions();
    }
}
