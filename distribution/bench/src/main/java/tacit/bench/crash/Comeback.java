package tacit.bench.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a host came up with. Immutable.
 *
 * @param active the generation that it says to be active; 0 for none
 * @param latest the highest number of all generations
 * @param complete whether every role of the generation is filled by the very bundle that the generation names
 */
public record Comeback(long active, long latest, boolean complete) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ROLE =
            Pattern.compile("^([a-z][a-z0-9/.-]*) +([\\w.-]+ [\\w.-]+) \\([0-9a-f]{12}\\)", Pattern.MULTILINE);

    static final Comeback NONE = new Comeback(0, 0, false);

    /** Asks a host that was started. */
    public static Comeback of(HostShell shell) throws IOException, InterruptedException {
        HostShell.Answer list = shell.awaitAnswer("tacit:generations --json");
        if (list.exit() != 0) {
            return NONE;
        }
        long active = 0;
        long latest = 0;
        for (JsonNode row : rows(list.out())) {
            long number = row.path("generation").asLong();
            latest = Math.max(latest, number);
            active = row.path("active").asText().equals("*") ? number : active;
        }
        if (active == 0) {
            return new Comeback(0, latest, false);
        }
        Map<String, String> named =
                named(shell.type("tacit:generation " + active).out());
        Map<String, String> filled = filled(shell.type("tacit:roles --json").out());
        filled.keySet().retainAll(named.keySet());
        return new Comeback(active, latest, !named.isEmpty() && named.equals(filled));
    }

    /** Role to bundle and version, as a generation names them. */
    static Map<String, String> named(String text) {
        Map<String, String> roles = new HashMap<>();
        Matcher matcher = ROLE.matcher(text);
        while (matcher.find()) {
            roles.put(matcher.group(1), matcher.group(2));
        }
        return roles;
    }

    /** Role to bundle and version, as they are now. */
    static Map<String, String> filled(String json) throws IOException {
        Map<String, String> roles = new HashMap<>();
        for (JsonNode row : rows(json)) {
            roles.put(
                    row.path("role").asText(),
                    row.path("bundle").asText() + " " + row.path("version").asText());
        }
        return roles;
    }

    private static JsonNode rows(String json) throws IOException {
        return JSON.readTree(json).path("rows");
    }
}
