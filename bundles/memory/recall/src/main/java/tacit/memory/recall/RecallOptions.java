package tacit.memory.recall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.recall.Recall;
import tacit.api.recall.RecallRequest;
import tacit.api.store.Scope;

/**
 * What stands behind the verb. Immutable.
 *
 * @param request what shall be recalled
 * @param explain whether the reasons are wanted
 */
record RecallOptions(RecallRequest request, boolean explain) {

    private static final Set<String> VALUED = Set.of("--workspace", "--user", "--audience", "--types", "--limit");

    static RecallOptions read(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        List<String> words = new ArrayList<>();
        List<String> rest = new ArrayList<>(arguments);
        boolean explain = rest.remove("--explain");
        while (!rest.isEmpty()) {
            String word = rest.remove(0);
            if (!word.startsWith("--")) {
                words.add(word);
            } else if (!VALUED.contains(word)) {
                throw new IllegalArgumentException("'" + word + "' must be --explain or one of "
                        + VALUED.stream().sorted().toList());
            } else if (rest.isEmpty()) {
                throw new IllegalArgumentException(word + " must be followed by a value");
            } else {
                values.put(word, rest.remove(0));
            }
        }
        return new RecallOptions(request(String.join(" ", words), values), explain);
    }

    private static RecallRequest request(String query, Map<String, String> values) {
        String types = values.get("--types");
        return new RecallRequest(
                new Scope(values.getOrDefault("--workspace", Scope.DEFAULT_WORKSPACE), values.get("--user")),
                audience(values.getOrDefault("--audience", "private"), values.get("--user")),
                query,
                types == null ? List.of() : List.of(types.split(",", -1)),
                null,
                null,
                limit(values.get("--limit")));
    }

    static Audience audience(String kind, @Nullable String user) {
        for (Audience.Kind known : Audience.Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return new Audience(known, user, null, null, false);
            }
        }
        throw new IllegalArgumentException("--audience must be private, group or public, got '" + kind + "'");
    }

    private static int limit(@Nullable String number) {
        if (number == null) {
            return Recall.USUAL_HITS;
        }
        if (!number.matches("[1-9]\\d{0,2}") || Integer.parseInt(number) > RecallRequest.MOST) {
            throw new IllegalArgumentException(
                    "--limit must be in [1, " + RecallRequest.MOST + "], got '" + number + "'");
        }
        return Integer.parseInt(number);
    }
}
