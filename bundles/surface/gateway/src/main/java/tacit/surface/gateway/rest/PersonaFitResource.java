package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.ChannelPersonaAdapter;
import tacit.api.adapt.ChannelProfile;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Answers which messages a text makes on a channel. */
@Component
public final class PersonaFitResource implements HttpResource {

    private static final Set<String> FIELDS = Set.of("channel", "text");
    private static final int MAX_ID = 400;
    private static final int MAX_TEXT = 500_000;

    private final ChannelPersonaAdapter persona;

    @Activate
    public PersonaFitResource(@Reference ChannelPersonaAdapter persona) {
        this.persona = persona;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/persona/fit";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        try {
            Fields fields = Fields.of(Json.body(call), FIELDS);
            return Json.reply(200, parts(call, fields.text("channel", MAX_ID), fields.text("text", MAX_TEXT)));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private Map<String, Object> parts(Call call, String channel, String text) {
        ChannelProfile own = persona.ownProfile(call.principal().scope().workspaceId(), channel)
                .orElse(null);
        Map<String, Object> view = new LinkedHashMap<>();
        persona.channelProfile(channel, own)
                .map(ChannelProfile::limit)
                .ifPresent(limit -> view.put("limit", PersonaViews.limit(limit)));
        view.put("parts", persona.fit(channel, text, own));
        return view;
    }
}
