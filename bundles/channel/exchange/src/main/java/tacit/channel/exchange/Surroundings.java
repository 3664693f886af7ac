package tacit.channel.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The variables that a program is given: what it needs to run, what an operator named, and what it is to do. Immutable. */
public final class Surroundings {

    private static final List<String> USUAL = List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TZ");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|\\S+");

    private final Map<String, String> given;

    private Surroundings(Map<String, String> given) {
        this.given = given;
    }

    /**
     * Those of the host that a program may see.
     *
     * @throws IllegalArgumentException when a line names what is no variable, or is not set
     */
    public static Surroundings of(Map<String, String> host, String... lines) {
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

    /** The program and its arguments of a line with blanks between, those with blanks in quotes; no shell reads them. */
    public static List<String> command(String line) {
        return WORD.matcher(line)
                .results()
                .map(word ->
                        word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group())
                .toList();
    }

    /** Leaves nothing else in an environment but these fields, each as {@code TACIT_} and its name in capitals. */
    public void replace(Map<String, String> environment, Map<String, String> fields) {
        environment.clear();
        environment.putAll(given);
        fields.forEach((field, value) -> environment.put("TACIT_" + field.toUpperCase(Locale.ROOT), value));
    }
}
