package tacit.panel.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.AdaptiveStyleEngine;
import tacit.api.adapt.Personality;
import tacit.api.adapt.Style;
import tacit.api.adapt.StyleLevel;
import tacit.api.store.Scope;

/** What the style of somebody is on a channel, beside everywhere else. Immutable. */
record ChannelStyle(
        @Nullable AdaptiveStyleEngine style, @Nullable Personality personality) {

    /** Values of the page: {@code levels}, {@code elsewhere} and {@code here} in words, {@code styled}, {@code user}. */
    Map<String, Object> values(Scope scope, String channel) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("styled", false);
        values.put("user", scope.userId() == null ? "" : scope.userId());
        AdaptiveStyleEngine levels = style;
        Personality words = personality;
        // A workspace's style knows no channels
        String there = scope.userId() == null ? null : channel;
        if (levels != null && words != null) {
            try {
                values.put("levels", rows(levels.style(scope, null), levels.style(scope, there)));
                values.put("elsewhere", String.join("\n", words.lines(scope, null)));
                values.put("here", String.join("\n", words.lines(scope, there)));
                values.put("styled", true);
            } catch (IllegalStateException e) {
                // A role has no provider now: the page says that nobody can say
                values.put("styled", false);
            }
        }
        return values;
    }

    private static List<Map<String, Object>> rows(Style elsewhere, Style here) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (StyleLevel level : here.levels()) {
            rows.add(Map.of(
                    "dimension", level.dimension(),
                    "elsewhere", elsewhere.level(level.dimension()),
                    "here", level.level(),
                    "origin", level.origin()));
        }
        return rows;
    }
}
