package tacit.panel.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.ChannelPersonaAdapter;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.Personality;
import tacit.api.http.HttpProblem;
import tacit.api.page.Page;
import tacit.api.page.Panel;
import tacit.api.page.View;

/** How answers fit the channels where they are read: each channel's profile, what prompts say of it, and an answer before and after. */
@Component(service = Panel.class)
public final class PersonaPanel implements Panel {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ChannelPersonaAdapter persona;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable AdaptiveStyleEngine style;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Personality personality;

    @Override
    public String id() {
        return "persona";
    }

    @Override
    public String title() {
        return "Channel persona";
    }

    @Override
    public Group group() {
        return Group.PEOPLE;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public Page show(View view) {
        String channel = view.path().isEmpty()
                ? view.parameter("channel").orElse("")
                : view.path().get(0);
        ChannelPersonaAdapter open = persona;
        try {
            return open == null ? unknown() : channel.isEmpty() ? list(view, open) : one(view, open, channel);
        } catch (IllegalStateException e) {
            // The role has no provider now
            return unknown();
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, "A channel has no such name");
        }
    }

    private static Page unknown() {
        return Page.of(
                "", PersonaPanel.class, "personas.peb", Map.of("known", false, "rows", List.of(), "channel", ""));
    }

    private static Page list(View view, ChannelPersonaAdapter open) {
        List<ChannelProfile> own = open.ownProfiles(view.principal().scope().workspaceId());
        Map<String, ChannelProfile> profiles = new TreeMap<>();
        open.supportedChannels()
                .forEach(id -> open.channelProfile(id, null).ifPresent(known -> profiles.put(id, known)));
        own.forEach(one -> profiles.put(one.channel(), one));
        List<Map<String, Object>> rows = new ArrayList<>();
        profiles.values().forEach(profile -> rows.add(row(profile, own.contains(profile))));
        return Page.of("", PersonaPanel.class, "personas.peb", Map.of("known", true, "rows", rows, "channel", ""));
    }

    private Page one(View view, ChannelPersonaAdapter open, String channel) {
        ChannelProfile own =
                open.ownProfile(view.principal().scope().workspaceId(), channel).orElse(null);
        ChannelProfile profile = open.channelProfile(channel, own)
                .orElseThrow(
                        () -> new HttpProblem(404, "Nobody has said how answers are written on '" + channel + "'"));
        Map<String, Object> values = new LinkedHashMap<>(row(profile, own != null));
        values.putAll(new ChannelExample(open, profile, own).values(view.parameter("text")));
        values.putAll(new ChannelStyle(style, personality).values(Whose.of(view), profile.channel()));
        return Page.of(profile.name(), PersonaPanel.class, "persona.peb", values);
    }

    private static Map<String, Object> row(ChannelProfile profile, boolean own) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("channel", profile.channel());
        row.put("name", profile.name());
        row.put("length", profile.length());
        row.put("structured", profile.structured() ? "yes" : "no");
        row.put("emoji", profile.emoji() ? "yes" : "no");
        row.put("formal", profile.formal() ? "yes" : "no");
        row.put("limit", ChannelExample.limit(profile));
        row.put("theme", profile.theme());
        row.put("whose", own ? "own" : "built in");
        return row;
    }
}
