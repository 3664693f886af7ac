package tacit.pulse.dreams;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tacit.api.memory.Evidence;
import tacit.api.memory.TopicIndex;
import tacit.api.memory.TopicPacks;
import tacit.api.reflect.DreamCandidate;

/** Has topics collected anew. Thread-safe. */
final class TopicOwner implements Owner {

    private static final Memo NOTHING = new Memo(List.of());

    private final Memories memories;
    private final Clock clock;

    TopicOwner(Memories memories, Clock clock) {
        this.memories = memories;
        this.clock = clock;
    }

    @Override
    public Memo before(DreamCandidate candidate) {
        return NOTHING;
    }

    @Override
    public Deed apply(DreamCandidate candidate, List<Evidence> evidence) {
        TopicIndex index = Memories.needed(memories.topics, "topic-packs")
                .refresh(candidate.workspaceId(), candidate.draft().proposedValue(), TopicPacks.MOST, clock.instant());
        return index.topics().isEmpty()
                ? Deed.refused("No memory or note of the workspace's folder says anything on '"
                        + candidate.draft().proposedValue() + "'")
                : Deed.done(index.path(), NOTHING);
    }

    /** Collecting again is harmless, so nobody needs to know. */
    @Override
    public Optional<String> done(DreamCandidate candidate) {
        return Optional.empty();
    }

    @Override
    public Deed undo(DreamCandidate candidate, Memo memo, Evidence statement) {
        return Deed.refused("A topic pack is made from memories that still hold: change those");
    }
}
