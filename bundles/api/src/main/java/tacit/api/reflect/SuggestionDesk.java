package tacit.api.reflect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Where suggestions are offered, shown and answered. Thread-safe; what it answers is durable. */
@ProviderType
public interface SuggestionDesk {

    /** Offers one; what became of it says so, also when it was not taken. */
    Offer offer(SuggestionDraft draft);

    /** Those to show now, the best first; shows count as surfaced. */
    List<Suggestion> show(String workspaceId, @Nullable String userId, int limit);

    /** The newest first, without an effect. */
    Page<Suggestion> list(@Nullable String workspaceId, Suggestion.@Nullable State state, PageRequest page);

    Optional<Suggestion> find(String id);

    /** How many of a profile were put before people since a moment, whoever offered them; what became work at once is none of them. */
    int offered(String profileId, Instant since);

    /**
     * Acts on one: its action becomes work of its profile, through the approvals.
     *
     * @param edited what is to be done instead; null as it is
     * @throws IllegalStateException when it is not open
     */
    Optional<Suggestion> act(String id, @Nullable String edited, String by);

    /** Puts one off. */
    Optional<Suggestion> snooze(String id, Duration time, String by);

    /** Ends one. */
    Optional<Suggestion> dismiss(String id, @Nullable String reason, String by);

    /** Counts those that were shown a day ago and not answered as ignored, once; ends those that are too old. */
    int age();

    /**
     * What became of an offer. Immutable.
     *
     * @param suggestion null when it was not taken
     * @param reason why not, such as {@code duplicate}; empty when it was
     */
    record Offer(@Nullable Suggestion suggestion, String reason) {}
}
