package tacit.surface.gateway.rest;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.LayerPreview;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows what each layer of a prompt would hold, for people. */
@Component
public final class ContextPreviewResource implements HttpResource {

    private static final int BUDGET = 1_800;
    private static final int FRAGMENTS_OF_A_SOURCE = 50;

    private final Contexts contexts;
    private final Clock clock;

    @Activate
    public ContextPreviewResource(@Reference Contexts contexts, @Reference Clock clock) {
        this.contexts = contexts;
        this.clock = clock;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/context/preview";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "task", "userId", "audience");
        Scope scope = call.principal().scope();
        Audience.Kind kind = query.choice("audience", Audience.Kind.class);
        String task = query.text("task");
        Audience audience = new Audience(
                kind == null ? Audience.Kind.PRIVATE : kind,
                ContextQuestion.user(scope, query.text("userId")),
                null,
                null,
                false);
        ContextRequest request = new ContextRequest(
                scope.workspaceId(), task == null ? "" : task, audience, clock.instant(), FRAGMENTS_OF_A_SOURCE);
        return Json.reply(
                200,
                Map.of(
                        "layers",
                        contexts.preview(request, BUDGET).stream()
                                .map(ContextPreviewResource::view)
                                .toList()));
    }

    private static Map<String, Object> view(LayerPreview preview) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("layer", preview.layer());
        view.put("title", preview.title());
        view.put("includedText", preview.included());
        view.put("excludedText", preview.excluded());
        view.put("usedTokens", preview.usedTokens());
        view.put("budgetTokens", preview.budgetTokens());
        view.put("excludedCount", preview.excludedCount());
        view.put("injectedByDefault", preview.injected());
        return view;
    }
}
