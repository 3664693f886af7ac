package tacit.surface.gateway.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.adapt.ChannelPersonaAdapter;
import tacit.api.adapt.ChannelProfile;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.Audience;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows which channels are known, and what a prompt says of one. */
@Component
public final class PersonaResource implements HttpResource {

    private final ChannelPersonaAdapter persona;

    @Activate
    public PersonaResource(@Reference ChannelPersonaAdapter persona) {
        this.persona = persona;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/persona";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.known(call, "channel", "audience");
        Audience.Kind kind = query.choice("audience", Audience.Kind.class);
        String channel = query.text("channel");
        String workspace = call.principal().scope().workspaceId();
        return Json.reply(
                200,
                channel == null
                        ? Map.of("channels", channels(workspace))
                        : channel(workspace, channel, kind == null ? Audience.Kind.PRIVATE : kind));
    }

    private List<Map<String, Object>> channels(String workspace) {
        Map<String, ChannelProfile> profiles = new TreeMap<>();
        persona.supportedChannels()
                .forEach(id -> persona.channelProfile(id, null).ifPresent(known -> profiles.put(id, known)));
        persona.ownProfiles(workspace).forEach(own -> profiles.put(own.channel(), own));
        List<Map<String, Object>> views = new ArrayList<>();
        profiles.values().forEach(profile -> views.add(PersonaViews.profile(profile)));
        return views;
    }

    private Map<String, Object> channel(String workspace, String channel, Audience.Kind kind) {
        ChannelProfile own = persona.ownProfile(workspace, channel).orElse(null);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("channel", channel);
        view.put("audience", PersonaViews.word(kind));
        persona.channelProfile(channel, own).ifPresent(known -> view.put("profile", PersonaViews.profile(known)));
        view.put("directive", persona.adaptForChannel(channel, kind, own));
        return view;
    }
}
