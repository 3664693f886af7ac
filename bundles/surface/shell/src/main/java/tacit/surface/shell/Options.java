package tacit.surface.shell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The words behind a verb, with its options taken out.
 *
 * @param words the others
 * @param values of options that take one, in the order in which they were given
 * @param flags options without a value
 */
record Options(List<String> words, Map<String, List<String>> values, Set<String> flags) {

    /** Reads options that take a value, and those that take none; any other is refused. */
    static Options of(List<String> line, Set<String> valued, Set<String> flags) {
        List<String> words = new ArrayList<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        Set<String> given = new TreeSet<>();
        for (int i = 0; i < line.size(); i++) {
            String word = line.get(i);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (flags.contains(word)) {
                given.add(word);
            } else if (valued.contains(word) && i + 1 < line.size()) {
                values.computeIfAbsent(word, name -> new ArrayList<>()).add(line.get(++i));
            } else {
                throw refused(word, valued, flags);
            }
        }
        return new Options(words, values, given);
    }

    private static IllegalArgumentException refused(String word, Set<String> valued, Set<String> flags) {
        if (valued.contains(word)) {
            return new IllegalArgumentException(word + " needs a value");
        }
        Set<String> known = new TreeSet<>(valued);
        known.addAll(flags);
        return new IllegalArgumentException(
                known.isEmpty()
                        ? "No option is known here, got '" + word + "'"
                        : "Known options are " + String.join(", ", known) + ", got '" + word + "'");
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** What was given last. */
    Optional<String> value(String name) {
        List<String> given = all(name);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    /** All that was given; empty where nothing was. */
    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** All that was given; null where nothing was. */
    @Nullable
    List<String> allOrNone(String name) {
        return values.get(name);
    }

    /** The one word that there has to be. */
    String only(String usage) {
        if (words.size() != 1) {
            throw new IllegalArgumentException("One thing must be named: tacit:memory " + usage);
        }
        return words.get(0);
    }
}
