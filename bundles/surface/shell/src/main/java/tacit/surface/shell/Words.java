package tacit.surface.shell;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;

/** Reads the values of options, where an empty one means that the option was not given. */
final class Words {

    /** Who acts when a line is typed at the host; the gateway lets only operators send one. */
    static final String OPERATOR = "operator";

    private Words() {}

    static @Nullable String optional(String word) {
        return word.isEmpty() ? null : word;
    }

    static <E extends Enum<E>> @Nullable E optional(Class<E> type, String word) {
        return word.isEmpty() ? null : required(type, word);
    }

    static <E extends Enum<E>> E required(Class<E> type, String word) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(word)) {
                return value;
            }
        }
        String known = Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException("Value must be one of " + known + ", got '" + word + "'");
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static long number(String word) {
        if (!word.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("A number must be given, got '" + word + "'");
        }
        return Long.parseLong(word);
    }

    /** Null where it was not given. */
    static @Nullable Instant time(String name, String word) {
        try {
            return word.isEmpty() ? null : Instant.parse(word);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    name + " must be a time such as 2026-03-01T17:00:00Z, got '" + word + "'");
        }
    }

    /**
     * The words behind those that say what to do, as one text.
     *
     * @param rule what is said where there are none
     */
    static String rest(String rule, int first, String... words) {
        if (words.length <= first) {
            throw new IllegalArgumentException(rule);
        }
        return String.join(" ", Arrays.asList(words).subList(first, words.length));
    }

    /**
     * The one word behind the one that says what to do.
     *
     * @param rule what is said where there are none or more
     */
    static String only(String rule, String... words) {
        if (words.length != 2) {
            throw new IllegalArgumentException(rule);
        }
        return words[1];
    }

    static PageRequest page(long offset, int limit) {
        return new PageRequest(offset, limit);
    }

    static Scope scope(String workspace) {
        return Scope.ofWorkspace(workspace);
    }
}
