package tacit.surface.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.SettingChange;
import tacit.api.adapt.SettingListener;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;

/** Keeps each change of a setting of which it is told. Thread-safe. */
@Component(service = {SettingListener.class, SettingHistory.class})
public final class SettingHistory implements SettingListener {

    private static final String KIND = "settings-change";
    private static final String READ = "settings-ledger";
    private static final Scope HOST = Scope.ofDefaultWorkspace();

    private final StateStore states;
    private final ObjectMapper mapper = new ObjectMapper();

    @Activate
    public SettingHistory(@Reference StateStore states) {
        this.states = states;
    }

    @Override
    public void changed(SettingChange change) {
        int same = 0;
        while (!keep(change, String.valueOf(same))) {
            same++;
        }
    }

    /** Keeps a change; false when it is here already, under the name of its occasion. */
    boolean keep(SettingChange change, String occasion) {
        String name = change.at() + " " + change.pid() + " " + change.key() + " " + occasion;
        return states.put(HOST, KIND, name, 0, json(change), List.of()).isPresent();
    }

    /** As far as changes of generations are here; 0 for nothing. */
    long ledgerRead() {
        return states.find(HOST, READ, READ)
                .map(document -> Long.parseLong(document.content()))
                .orElse(0L);
    }

    void ledgerRead(long sequence) {
        long version = states.find(HOST, READ, READ).map(StateDocument::version).orElse(0L);
        states.put(HOST, READ, READ, version, String.valueOf(sequence), List.of());
    }

    private String json(SettingChange change) {
        ObjectNode node = mapper.createObjectNode();
        node.put("pid", change.pid()).put("key", change.key());
        node.put("before", change.before()).put("after", change.after());
        node.put("at", change.at().toString()).put("by", change.by());
        node.put("reason", change.reason()).put("live", change.live());
        if (change.generation() != null) {
            node.put("generation", change.generation());
        }
        return node.toString();
    }

    List<SettingChange> newest(int most) {
        return states.list(HOST, StateFilter.of(KIND), most).stream()
                .map(document -> change(document.content()))
                .toList();
    }

    private SettingChange change(String content) {
        try {
            JsonNode node = mapper.readTree(content);
            return new SettingChange(
                    node.path("pid").asText(),
                    node.path("key").asText(),
                    node.path("before").asText(null),
                    node.path("after").asText(null),
                    Instant.parse(node.path("at").asText()),
                    node.path("by").asText(),
                    node.path("reason").asText(),
                    node.path("live").asBoolean(),
                    node.has("generation") ? node.path("generation").asLong() : null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The store keeps JSON only", e);
        }
    }
}
