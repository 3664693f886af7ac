package tacit.learn.conditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.guard.ToolCall;

/** The single values in the arguments of a call. Prose is left out: it is written, not taken from somewhere. */
final class ArgumentValues {

    private static final int WORDS_OF_PROSE = 7;

    private ArgumentValues() {}

    /** Texts and numbers in their order. */
    static List<Object> of(ToolCall call) {
        List<Object> values = new ArrayList<>();
        call.arguments().values().forEach(value -> collect(value, values));
        return values;
    }

    private static void collect(@Nullable Object value, List<Object> values) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(part -> collect(part, values));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(part -> collect(part, values));
        } else if (value instanceof Number || (value instanceof String text && !prose(text))) {
            values.add(value);
        }
    }

    private static boolean prose(String text) {
        return text.isBlank() || text.strip().split("\\s+", WORDS_OF_PROSE + 1).length >= WORDS_OF_PROSE;
    }
}
