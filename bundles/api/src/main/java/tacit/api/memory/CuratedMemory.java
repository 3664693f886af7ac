package tacit.api.memory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import tacit.api.harness.Role;
import tacit.api.store.Scope;

/**
 * The few facts that every prompt shows, as people would keep them: short, one line each, shown in the workspace's files too.
 * Deterministic and stateless: the entries lie in {@link MemoryStore}.
 */
@Role("curated-memory")
@ConsumerType
public interface CuratedMemory {

    /** Does one edit, or says why not; the gate is asked first. */
    CurationResult curate(CurationRequest request);

    /**
     * Entries that hold: those about the user first, then by confidence, then those changed last.
     *
     * @param target null for both
     * @param kind null for all
     * @param limit in [1, 500]
     */
    List<MemoryRecord> list(Scope scope, CurationRequest.@Nullable Target target, @Nullable String kind, int limit);
}
