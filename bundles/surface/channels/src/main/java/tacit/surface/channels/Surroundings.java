package tacit.surface.channels;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tacit.api.channel.ChannelTurn;

/** The variables that a program is given: what it needs to run, what an operator named, and its turn. Immutable. */
final class Surroundings {

    private static final List<String> USUAL = List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Map<String, String> given;

    private Surroundings(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Those of the host that a program may see.
     *
     * @throws IllegalArgumentException when a line names what is no variable, or is not set
     */
    static Surroundings of(Map<String, String> host, String[] lines) {
        Map<String, String> given = new TreeMap<>();
        host.forEach((name, value) -> {
            if (USUAL.contains(name)) {
                given.put(name, value);
            }
        });
        Arrays.stream(lines)
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .forEach(name -> given.put(name, value(host, name)));
        return new Surroundings(given);
    }

    private static String value(Map<String, String> host, String name) {
        if (!NAME.matcher(name).matches()) {
            // Whatever it is, it may hold a secret
            throw new IllegalArgumentException("environment must be names of variables with commas between");
        }
        String value = host.get(name);
        if (value == null) {
            throw new IllegalArgumentException("environment must name set variables, got '" + name + "'");
        }
        return value;
    }

    /** Leaves nothing else in an environment. */
    void replace(Map<String, String> environment, ChannelTurn turn, Path context) {
        Map<String, String> fields = TurnFields.of(turn);
        fields.remove("message");
        fields.put("context", context.toString());
        environment.clear();
        environment.putAll(given);
        fields.forEach((field, value) -> environment.put("TACIT_" + field.toUpperCase(Locale.ROOT), value));
    }
}
