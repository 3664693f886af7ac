package tacit.api.reflect;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What became of an earlier candidate about the same fact. Immutable.
 *
 * @param key of the fact
 * @param state where the candidate stands
 * @param kinds which kinds of evidence it had
 * @param at when somebody last decided on it, before that when it was proposed; or how new its evidence was, if that is later
 */
public record DreamFate(String key, DreamState state, List<DreamEvidence.Kind> kinds, Instant at) {

    public DreamFate {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
        kinds = List.copyOf(kinds);
    }

    /**
     * Whether it keeps the fact from being proposed again on such evidence. What people turned down stays down until something of a
     * later date and of another kind says so; what was applied until something of a later date does. What is open bars nothing: it
     * takes the evidence up.
     */
    public boolean bars(Collection<DreamEvidence> evidence) {
        return switch (state) {
            case PROPOSED, ACCEPTED, APPLYING -> false;
            case APPLIED, UNDOING -> evidence.stream().noneMatch(one -> one.at().isAfter(at));
            case REJECTED, ARCHIVED, UNDONE ->
                evidence.stream().noneMatch(one -> one.at().isAfter(at) && !kinds.contains(one.kind()));
        };
    }
}
