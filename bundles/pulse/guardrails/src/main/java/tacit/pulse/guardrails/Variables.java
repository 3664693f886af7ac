package tacit.pulse.guardrails;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a text of a shell has put into names so far. Confined to one thread. */
final class Variables {

    private static final int LONGEST = 10_000;

    private final Map<String, String> values = new HashMap<>();

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    void set(String name, String value) {
        values.put(name, value.substring(0, Math.min(value.length(), LONGEST)));
    }

    /** Takes a word such as {@code name=value}. */
    void assign(String word) {
        int equals = word.indexOf('=');
        boolean more = word.charAt(equals - 1) == '+';
        String name = word.substring(0, more ? equals - 1 : equals);
        String before = more ? values.getOrDefault(name, "") : "";
        set(name, before + word.substring(equals + 1));
    }

    /** One more value that a name takes in a loop. */
    void also(String name, String value) {
        set(name, (values.getOrDefault(name, "") + " " + value).strip());
    }
}
