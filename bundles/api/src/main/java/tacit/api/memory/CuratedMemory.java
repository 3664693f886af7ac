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

    /** The line before what the host writes into a workspace's files; who reads such a file leaves out what lies between. */
    String BLOCK_BEGIN = "<!-- tacit:curated-memory:begin -->";

    /** The line behind it. */
    String BLOCK_END = "<!-- tacit:curated-memory:end -->";

    /** Does one edit, or says why not; the gate is asked first. */
    CurationResult curate(CurationRequest request);

    /**
     * Adds what was concluded from evidence, or confirms the entry that says the same; the gate is asked first. What a user
     * stated otherwise remains.
     *
     * @param request an {@link CurationRequest.Action#ADD}
     * @param confidence of the new entry, in [0, 1]; an entry that is there keeps the higher one
     */
    CurationResult upsert(CurationRequest request, double confidence);

    /**
     * Entries that hold for an agent that asks: the two targets in turns, so that neither crowds out the other.
     *
     * @param target null for both
     * @param kind null for all
     * @param limit in [1, 100]
     */
    List<MemoryRecord> read(Scope scope, CurationRequest.@Nullable Target target, @Nullable String kind, int limit);

    /**
     * Entries that hold: those about the user first, then by confidence, then those changed last.
     *
     * @param target null for both
     * @param kind null for all
     * @param limit in [1, 500]
     */
    List<MemoryRecord> list(Scope scope, CurationRequest.@Nullable Target target, @Nullable String kind, int limit);
}
