package tacit.surface.mission.view;

import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Filter;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What templates know beyond Pebble: filters for times, numbers and states, and what page they are on. Thread-safe. */
final class Words extends AbstractExtension {

    private final Shown shown;

    Words(Shown shown) {
        this.shown = shown;
    }

    @Override
    public Map<String, Filter> getFilters() {
        Map<String, Filter> filters = new HashMap<>();
        filters.put("ago", filter(value -> Phrases.ago(value, shown.now().now())));
        filters.put("exact", filter(Phrases::exact));
        filters.put("lasted", filter(Phrases::lasted));
        filters.put("count", filter(Phrases::count));
        filters.put("share", filter(Phrases::share));
        filters.put("words", filter(Phrases::words));
        filters.put("tone", filter(Tones::of));
        filters.put("pretty", filter(Pretty::of));
        filters.put("compact", filter(Pretty::compact));
        filters.put("segment", filter(Links::segment));
        return filters;
    }

    @Override
    public Map<String, Function> getFunctions() {
        Map<String, Function> functions = new HashMap<>();
        functions.put("to", function(List.of("panel", "id", "part"), Links::to));
        functions.put("differences", function(List.of("before", "after"), Differences::of));
        functions.put(
                "page",
                function(
                        List.of(),
                        arguments -> Map.of(
                                "panel", shown.now().panel(),
                                "here", shown.now().here(),
                                "token", shown.now().formToken(),
                                "refused", shown.now().refused().act(),
                                "typed", shown.now().refused().fields(),
                                "operates", shown.now().operates())));
        functions.put(
                "query",
                function(
                        List.of("name", "value"),
                        arguments -> Links.query(shown.now().here(), arguments)));
        return functions;
    }

    /** Makes one value of another. */
    private interface One {
        @Nullable
        Object of(@Nullable Object value);
    }

    /** Makes one value of several with names. */
    private interface Several {
        @Nullable
        Object of(Map<String, Object> arguments);
    }

    private static Filter filter(One one) {
        return new Filter() {
            @Override
            public @Nullable Object apply(
                    @Nullable Object input,
                    Map<String, Object> arguments,
                    PebbleTemplate self,
                    EvaluationContext context,
                    int line) {
                return one.of(input);
            }

            @Override
            public List<String> getArgumentNames() {
                return List.of();
            }
        };
    }

    private static Function function(List<String> names, Several several) {
        return new Function() {
            @Override
            public @Nullable Object execute(
                    Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int line) {
                return several.of(arguments);
            }

            @Override
            public List<String> getArgumentNames() {
                return names;
            }
        };
    }
}
