package tacit.api.pulse;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A trigger as an operator set it up. Immutable.
 *
 * @param id its name within the host
 * @param kind which bundle reads it, such as {@code webhook}
 * @param workspaceId where its signals lie
 * @param profileId whom they are for; null for all who are interested
 * @param options what the kind asks for, without secrets: those the host keeps and uses itself
 */
public record TriggerConfiguration(
        String id,
        String kind,
        String workspaceId,
        @Nullable String profileId,
        Map<String, String> options) {

    public TriggerConfiguration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(workspaceId, "workspaceId");
        options = Map.copyOf(options);
    }
}
