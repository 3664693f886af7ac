package tacit.api.pulse;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** What the core learnt, in the order of time. Append-only; thread-safe; what it acknowledges is durable. */
@ProviderType
public interface LearningsLog {

    /**
     * Adds an entry, unless the profile has one of its kind and key.
     *
     * @return whether it is new
     */
    boolean add(
            String profileId,
            @Nullable String workspaceId,
            Learning.Kind kind,
            String key,
            String summary,
            @Nullable String traceId,
            @Nullable String reference);

    /**
     * The newest first.
     *
     * @param workspaceId null for all
     * @param profileId null for all
     * @param kind null for all
     */
    Page<Learning> list(
            @Nullable String workspaceId, @Nullable String profileId, Learning.@Nullable Kind kind, PageRequest page);
}
