package tacit.surface.mcp.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.generation.Artifact;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;

/** The generation that decides now: which bundle fills which role. Settings are not told: they may hold secrets. */
@Component
public final class BundlePages implements Pages {

    private static final String ACTIVE = "bundle://active";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Generations generations;

    @Activate
    public BundlePages() {
        // What decides is looked up when somebody asks
    }

    @Override
    public String scheme() {
        return "bundle";
    }

    @Override
    public List<ObjectNode> templates() {
        return List.of();
    }

    @Override
    public Listed list(Caller caller, @Nullable String place) {
        if (place != null) {
            throw new IllegalArgumentException("place must be null");
        }
        return new Listed(active().map(BundlePages::told).stream().toList(), null);
    }

    private Optional<Generation> active() {
        Generations known = generations;
        return known == null ? Optional.empty() : known.active();
    }

    private static ObjectNode told(Generation generation) {
        ObjectNode page = Json.object()
                .put("uri", ACTIVE)
                .put("name", "active")
                .put("title", "The harness in force")
                .put("description", "Generation " + generation.number() + ": which bundle fills which role")
                .put("mimeType", "application/json");
        page.putObject("annotations").put("lastModified", generation.createdAt().toString());
        return page;
    }

    @Override
    public Optional<ObjectNode> read(Caller caller, String uri) {
        return uri.equals(ACTIVE)
                ? active().map(generation -> MemoryPages.content(uri, view(generation)))
                : Optional.empty();
    }

    private static ObjectNode view(Generation generation) {
        ObjectNode view = Json.object()
                .put("generation", generation.number())
                .put("createdAt", generation.createdAt().toString());
        if (generation.parent() != null) {
            view.put("parent", generation.parent());
        }
        if (generation.experimentId() != null) {
            view.put("experimentId", generation.experimentId());
        }
        ObjectNode roles = view.putObject("roles");
        generation.roles().forEach((role, bundle) -> roles.set(role, view(bundle)));
        return view;
    }

    private static ObjectNode view(Artifact bundle) {
        return Json.object()
                .put("bundle", bundle.symbolicName())
                .put("version", bundle.version())
                .put("sha256", bundle.sha256());
    }
}
