package tacit.memory.context;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.LayerRequest;
import tacit.api.store.Scope;

/**
 * What stands behind the verb. Immutable.
 *
 * @param task what the agent would be asked to do
 * @param explain whether the reasons are wanted
 * @param workspace the workspace
 * @param audience who would see the answer
 * @param budget in tokens
 */
record ContextOptions(String task, boolean explain, String workspace, Audience audience, int budget) {

    private static final Set<String> VALUED =
            Set.of("--task", "--workspace", "--user", "--audience", "--channel", "--budget");
    private static final int FRAGMENTS_OF_A_SOURCE = 50;

    static ContextOptions read(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        List<String> rest = new ArrayList<>(arguments);
        boolean explain = rest.remove("--explain");
        while (!rest.isEmpty()) {
            String name = rest.remove(0);
            if (!VALUED.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' must be --explain or one of "
                        + VALUED.stream().sorted().toList());
            }
            if (rest.isEmpty()) {
                throw new IllegalArgumentException(name + " must be followed by a value");
            }
            values.put(name, rest.remove(0));
        }
        String task = values.get("--task");
        if (task == null) {
            throw new IllegalArgumentException("--task must be given");
        }
        return new ContextOptions(
                task,
                explain,
                values.getOrDefault("--workspace", Scope.DEFAULT_WORKSPACE),
                audience(values.getOrDefault("--audience", "private"), values.get("--user"), values.get("--channel")),
                budget(values.get("--budget")));
    }

    private static Audience audience(String kind, @Nullable String user, @Nullable String channel) {
        for (Audience.Kind known : Audience.Kind.values()) {
            if (known.name().toLowerCase(Locale.ROOT).equals(kind)) {
                return new Audience(known, user, channel, null, false);
            }
        }
        throw new IllegalArgumentException("--audience must be private, group or public, got '" + kind + "'");
    }

    private static int budget(@Nullable String tokens) {
        if (tokens == null) {
            return Contexts.USUAL_BUDGET;
        }
        if (!tokens.matches("[1-9]\\d{0,6}") || Integer.parseInt(tokens) > LayerRequest.MOST_TOKENS) {
            throw new IllegalArgumentException(
                    "--budget must be in [1, " + LayerRequest.MOST_TOKENS + "], got '" + tokens + "'");
        }
        return Integer.parseInt(tokens);
    }

    ContextRequest request(Instant now) {
        return new ContextRequest(workspace, task, audience, now, FRAGMENTS_OF_A_SOURCE);
    }
}
