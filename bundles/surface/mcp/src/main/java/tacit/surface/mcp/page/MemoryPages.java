package tacit.surface.mcp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.memory.MemoryFilter;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemoryState;
import tacit.api.memory.MemoryStep;
import tacit.api.memory.MemoryStore;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;

/** Memories that the caller may see, those stored last first. */
@Component
public final class MemoryPages implements Pages {

    private static final String RECORDS = "memory://records/";
    private static final String LAYERS = "memory://layers/";
    private static final int AT_ONCE = 50;
    private static final int MOST_STEPS = 20;
    private static final int MOST_OF_LAYER = 200;

    private static final MemoryFilter ACTIVE =
            new MemoryFilter(null, List.of(), null, MemoryState.ACTIVE, List.of(), null, null, null, new TreeMap<>());

    private final MemoryStore memories;

    @Activate
    public MemoryPages(@Reference MemoryStore memories) {
        this.memories = memories;
    }

    @Override
    public String scheme() {
        return "memory";
    }

    @Override
    public List<ObjectNode> templates() {
        return List.of(
                Json.object()
                        .put("uriTemplate", LAYERS + "{layer}")
                        .put("name", "memory-layer")
                        .put("title", "The newest memories of a layer")
                        .put(
                                "description",
                                "At most " + MOST_OF_LAYER + " of a layer such as curated, archive or playbook")
                        .put("mimeType", "application/json"),
                Json.object()
                        .put("uriTemplate", RECORDS + "{id}")
                        .put("name", "memory")
                        .put("title", "A memory")
                        .put("description", "A memory whole, with what it rests on")
                        .put("mimeType", "application/json"));
    }

    @Override
    public Listed list(Caller caller, @Nullable String place) {
        List<ObjectNode> pages = new ArrayList<>();
        MemoryStep step = memories.walk(caller.scope(), ACTIVE, place, AT_ONCE);
        add(pages, caller, step);
        for (int i = 1; i < MOST_STEPS && pages.isEmpty() && step.next() != null; i++) {
            step = memories.walk(caller.scope(), ACTIVE, step.next(), AT_ONCE);
            add(pages, caller, step);
        }
        return new Listed(pages, step.next());
    }

    private static void add(List<ObjectNode> pages, Caller caller, MemoryStep step) {
        step.rows().stream()
                .filter(memory -> MemoryView.shown(caller, memory))
                .map(MemoryPages::told)
                .forEach(pages::add);
    }

    private static ObjectNode told(MemoryRecord memory) {
        ObjectNode page = Json.object()
                .put("uri", RECORDS + memory.id())
                .put("name", memory.id())
                .put("title", memory.layer() + ": " + memory.subject())
                .put("description", memory.kind())
                .put("mimeType", "application/json");
        page.putObject("annotations").put("lastModified", memory.updatedAt().toString());
        return page;
    }

    @Override
    public Optional<ObjectNode> read(Caller caller, String uri) {
        if (uri.startsWith(RECORDS)) {
            return MemoryView.find(memories, caller, uri.substring(RECORDS.length()))
                    .map(MemoryView::of)
                    .map(view -> content(uri, view));
        }
        return uri.startsWith(LAYERS) ? layer(caller, uri) : Optional.empty();
    }

    private Optional<ObjectNode> layer(Caller caller, String uri) {
        String layer = uri.substring(LAYERS.length());
        if (!layer.matches("[a-z][a-z_.-]{0,63}")) {
            return Optional.empty();
        }
        List<ObjectNode> shown = new ArrayList<>();
        @Nullable String next = null;
        for (int i = 0; i < MOST_STEPS && shown.size() < MOST_OF_LAYER && (i == 0 || next != null); i++) {
            MemoryStep step = memories.walk(caller.scope(), MemoryFilter.active(layer), next, AT_ONCE);
            step.rows().stream()
                    .filter(memory -> MemoryView.shown(caller, memory))
                    .map(MemoryView::of)
                    .forEach(shown::add);
            next = step.next();
        }
        ObjectNode value = Json.object().put("layer", layer).put("more", next != null);
        value.set("memories", Json.array(shown));
        return shown.isEmpty() ? Optional.empty() : Optional.of(content(uri, value));
    }

    /** JSON that stands at an address. */
    static ObjectNode content(String uri, ObjectNode value) {
        return Json.object().put("uri", uri).put("mimeType", "application/json").put("text", Json.text(value));
    }
}
