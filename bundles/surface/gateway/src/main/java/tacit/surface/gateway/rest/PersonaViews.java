package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.MessageLimit;

/** Profiles of channels as answers show them. */
final class PersonaViews {

    private PersonaViews() {}

    static Map<String, Object> profile(ChannelProfile profile) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("channel", profile.channel());
        view.put("name", profile.name());
        view.put("length", word(profile.length()));
        view.put("structured", profile.structured());
        view.put("emoji", profile.emoji());
        view.put("formal", profile.formal());
        view.put("theme", profile.theme());
        MessageLimit limit = profile.limit();
        if (limit != null) {
            view.put("limit", limit(limit));
        }
        return view;
    }

    static Map<String, Object> limit(MessageLimit limit) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("most", limit.most());
        view.put("measure", word(limit.measure()));
        return view;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
