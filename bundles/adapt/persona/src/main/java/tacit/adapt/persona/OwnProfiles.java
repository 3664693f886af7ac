package tacit.adapt.persona;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.MessageLimit;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;

/** What channels say of themselves, as a document of the workspace for each. Stateless. */
final class OwnProfiles {

    private static final String KIND = "channel-profile";
    private static final int TRIES = 5;
    private static final int MOST = 1000;

    private final ObjectMapper mapper = new ObjectMapper();
    private final StateStore store;

    OwnProfiles(StateStore store) {
        this.store = store;
    }

    Optional<ChannelProfile> find(String workspaceId, String channel) {
        return document(workspaceId, channel).map(this::profile);
    }

    List<ChannelProfile> list(String workspaceId) {
        return store.list(Scope.ofWorkspace(workspaceId), StateFilter.of(KIND), MOST).stream()
                .map(this::profile)
                .sorted(Comparator.comparing(ChannelProfile::channel))
                .toList();
    }

    boolean remove(String workspaceId, String channel) {
        return store.remove(Scope.ofWorkspace(workspaceId), KIND, channel);
    }

    /** Whether that is anything new. */
    boolean keep(String workspaceId, ChannelProfile profile) {
        String content = json(profile);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            @Nullable
            StateDocument old = document(workspaceId, profile.channel()).orElse(null);
            if (old != null && profile(old).equals(profile)) {
                return false;
            }
            Optional<StateDocument> kept = store.put(
                    Scope.ofWorkspace(workspaceId),
                    KIND,
                    profile.channel(),
                    old == null ? 0 : old.version(),
                    content,
                    List.of());
            if (kept.isPresent()) {
                return true;
            }
        }
        throw new IllegalStateException(
                "Cannot keep the profile of channel '" + profile.channel() + "': others change it all the time");
    }

    private Optional<StateDocument> document(String workspaceId, String channel) {
        return store.find(Scope.ofWorkspace(workspaceId), KIND, channel);
    }

    private String json(ChannelProfile profile) {
        ObjectNode node = mapper.createObjectNode()
                .put("channel", profile.channel())
                .put("name", profile.name())
                .put("length", profile.length().name())
                .put("structured", profile.structured())
                .put("emoji", profile.emoji())
                .put("formal", profile.formal())
                .put("theme", profile.theme());
        MessageLimit limit = profile.limit();
        if (limit != null) {
            node.put("most", limit.most()).put("measure", limit.measure().name());
        }
        return node.toString();
    }

    private ChannelProfile profile(StateDocument document) {
        try {
            JsonNode node = mapper.readTree(document.content());
            return new ChannelProfile(
                    node.path("channel").asText(),
                    node.path("name").asText(),
                    ChannelProfile.Length.valueOf(node.path("length").asText()),
                    node.path("structured").asBoolean(),
                    node.path("emoji").asBoolean(),
                    node.path("formal").asBoolean(),
                    node.path("theme").asText(),
                    limit(node));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IllegalStateException("Cannot read the profile of channel '" + document.key() + "'", e);
        }
    }

    private static @Nullable MessageLimit limit(JsonNode node) {
        return node.has("most")
                ? new MessageLimit(
                        node.path("most").asInt(),
                        MessageLimit.Measure.valueOf(node.path("measure").asText()))
                : null;
    }
}
