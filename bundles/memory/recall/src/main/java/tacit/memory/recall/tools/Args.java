package tacit.memory.recall.tools;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Evidence;
import tacit.api.recall.ToolCall;

/** Reads the arguments of a call; what is wrong becomes an {@link IllegalArgumentException} that names the argument. */
public final class Args {

    private static final int LONGEST = 100_000;

    private final ToolCall call;

    public Args(ToolCall call) {
        this.call = call;
    }

    public String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " must be given");
        }
        return text;
    }

    public @Nullable String optionalText(String name) {
        Object value = call.arguments().get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text) || text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(name + " must be a text of 1 to " + LONGEST + " characters");
        }
        return text;
    }

    public int whole(String name, int fallback, int min, int max) {
        Object value = call.arguments().get(name);
        if (value == null) {
            return fallback;
        }
        boolean whole = value instanceof Long || value instanceof Integer;
        if (!whole || ((Number) value).longValue() < min || ((Number) value).longValue() > max) {
            throw new IllegalArgumentException(name + " must be a whole number in [" + min + ", " + max + "]");
        }
        return ((Number) value).intValue();
    }

    public @Nullable Double optionalShare(String name) {
        Object value = call.arguments().get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof Number number) || !(number.doubleValue() >= 0 && number.doubleValue() <= 1)) {
            throw new IllegalArgumentException(name + " must be a number in [0, 1]");
        }
        return number.doubleValue();
    }

    public boolean truth(String name, boolean fallback) {
        Object value = call.arguments().get(name);
        if (value == null) {
            return fallback;
        }
        if (!(value instanceof Boolean truth)) {
            throw new IllegalArgumentException(name + " must be true or false");
        }
        return truth;
    }

    public List<String> texts(String name, int most) {
        Object value = call.arguments().get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || list.size() > most) {
            throw new IllegalArgumentException(name + " must be a list of at most " + most + " texts");
        }
        List<String> texts = new ArrayList<>();
        for (Object element : list) {
            if (!(element instanceof String text) || text.isBlank()) {
                throw new IllegalArgumentException(name + " must hold texts that are not blank");
            }
            texts.add(text);
        }
        return texts;
    }

    public SortedMap<String, String> textsByName(String name) {
        Object value = call.arguments().get(name);
        SortedMap<String, String> texts = new TreeMap<>();
        if (value == null) {
            return texts;
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException(name + " must be an object of texts");
        }
        map.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        return texts;
    }

    public @Nullable Instant optionalTime(String name) {
        String text = optionalText(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a time such as 2026-01-31T12:00:00Z", e);
        }
    }

    public <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type) {
        String text = optionalText(name);
        return text == null ? null : choice(name, text, type);
    }

    public static <E extends Enum<E>> E choice(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " must be one of "
                        + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT)));
    }

    /** The run that calls, as where a change comes from. */
    public List<Evidence> evidence() {
        String task = call.taskId();
        if (task == null) {
            throw new IllegalArgumentException("taskId must name the run that calls, for a tool that changes memories");
        }
        return List.of(Evidence.of(Evidence.Kind.TRACE, task));
    }
}
