package tacit.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What stands on the command line behind the name of a benchmark. */
public final class Options {

    private final Map<String, String> values = new HashMap<>();
    private final Set<String> switches = new HashSet<>();

    /**
     * Reads the arguments.
     *
     * @param valued options that a value follows
     * @param plain options that stand alone
     */
    public Options(List<String> arguments, List<String> valued, List<String> plain) {
        List<String> rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            String name = rest.remove(0);
            if (plain.contains(name)) {
                switches.add(name);
            } else if (!valued.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' must be one of " + valued + " and " + plain);
            } else if (rest.isEmpty()) {
                throw new IllegalArgumentException(name + " must be followed by a value");
            } else {
                values.put(name, rest.remove(0));
            }
        }
    }

    public boolean has(String name) {
        return switches.contains(name);
    }

    public String text(String name, String fallback) {
        return values.getOrDefault(name, fallback);
    }

    /** A whole number of at least 1. */
    public int number(String name, int fallback) {
        String text = values.get(name);
        if (text == null) {
            return fallback;
        }
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(name + " must be a number of at least 1, got '" + text + "'");
        }
        return Integer.parseInt(text);
    }
}
