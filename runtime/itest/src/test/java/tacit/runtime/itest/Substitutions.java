package tacit.runtime.itest;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What stands instead of texts of a page while a test follows it. Each must be needed. Confined to one test. */
final class Substitutions {

    private final Map<String, String> instead = new LinkedHashMap<>();
    private final Set<String> unused = new LinkedHashSet<>();

    /** From now on. */
    Substitutions put(String text, String other) {
        instead.put(text, other);
        unused.add(text);
        return this;
    }

    /** The text with everything replaced. */
    String in(String text) {
        String replaced = text;
        for (Map.Entry<String, String> one : instead.entrySet()) {
            if (replaced.contains(one.getKey())) {
                unused.remove(one.getKey());
                replaced = replaced.replace(one.getKey(), one.getValue());
            }
        }
        return replaced;
    }

    /** Texts that stood nowhere. */
    Set<String> unused() {
        return Set.copyOf(unused);
    }
}
