package tacit.panel.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.ChannelPersonaAdapter;
import tacit.api.adapt.ChannelProfile;
import tacit.api.adapt.MessageLimit;
import tacit.api.memory.Audience;

/** What prompts say of a channel to each audience, and an answer as it is written and as it is sent there. Immutable. */
record ChannelExample(
        ChannelPersonaAdapter persona,
        ChannelProfile profile,
        @Nullable ChannelProfile own) {

    private static final int LONGEST = 2_000;
    private static final int PARTS = 20;
    private static final int EXAMPLE = 600;
    private static final Map<Audience.Kind, String> TITLES = Map.of(
            Audience.Kind.PRIVATE, "Where one user reads it",
            Audience.Kind.GROUP, "Where a group reads it",
            Audience.Kind.PUBLIC, "Where anybody reads it");
    private static final String SENTENCE =
            "The nightly export failed on the third table, because its column was renamed. ";

    /** Values of the page: {@code prompts}, {@code text}, {@code parts}, {@code more}. */
    Map<String, Object> values(Optional<String> text) {
        String given = text.map(ChannelExample::cut).orElseGet(this::example);
        List<String> parts = persona.fit(profile.channel(), given, own);
        List<Map<String, Object>> prompts = new ArrayList<>();
        for (Audience.Kind kind : Audience.Kind.values()) {
            prompts.add(
                    Map.of("title", TITLES.get(kind), "text", persona.adaptForChannel(profile.channel(), kind, own)));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("prompts", prompts);
        values.put("silent", prompts.stream().allMatch(prompt -> "".equals(prompt.get("text"))));
        values.put("text", given);
        values.put("given", text.orElse(""));
        values.put("parts", parts.stream().limit(PARTS).toList());
        values.put("count", parts.size());
        values.put("unshown", Math.max(0, parts.size() - PARTS));
        return values;
    }

    /** Such as {@code 280 weighted}. */
    static String limit(ChannelProfile profile) {
        MessageLimit limit = profile.limit();
        return limit == null
                ? "none"
                : limit.most() + " " + limit.measure().name().toLowerCase(Locale.ROOT);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Longer than one message of the channel holds, where that is short. */
    private String example() {
        MessageLimit limit = profile.limit();
        int length = limit == null ? 1 : Math.min(EXAMPLE, limit.most() + limit.most() / 2);
        return SENTENCE.repeat(1 + length / SENTENCE.length()).strip();
    }
}
