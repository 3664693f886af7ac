package tacit.trigger.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.TriggerConfiguration;
import tacit.api.pulse.Urgency;

/** Reads the options of a trigger and gathers what is wrong with them. Confined to one call. */
public final class Options {

    private final String kind;
    private final Map<String, String> given;
    private final TreeSet<String> known = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    public Options(TriggerConfiguration configuration) {
        kind = configuration.kind();
        given = new TreeMap<>(configuration.options());
    }

    /** Null when it is not given, or blank. */
    public @Nullable String text(String name) {
        known.add(name);
        String value = given.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    public String text(String name, String absent) {
        String value = text(name);
        return value == null ? absent : value;
    }

    /** What must be given; blank when it is not. */
    public String needed(String name) {
        String value = text(name);
        if (value == null) {
            problems.add(name + " must be given");
        }
        return value == null ? "" : value;
    }

    /** Values with commas between. */
    public List<String> list(String name, String absent) {
        return Arrays.stream(text(name, absent).split(",", -1))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type, E absent) {
        String value = text(name);
        E found = value == null ? absent : Choices.of(type, value);
        if (found == null) {
            String words =
                    Arrays.stream(type.getEnumConstants()).map(Choices::word).collect(Collectors.joining(", "));
            problems.add(name + " must be one of " + words + ", got '" + value + "'");
        }
        return found == null ? absent : found;
    }

    public SignalFamily family(SignalFamily absent) {
        return choice("family", SignalFamily.class, absent);
    }

    public Urgency urgency(Urgency absent) {
        return choice("urgency", Urgency.class, absent);
    }

    /** A number in [0, 1]. */
    public double share(String name, double absent) {
        String value = text(name);
        if (value == null) {
            return absent;
        }
        if (!value.matches("0|1|1\\.0+|0?\\.\\d{1,6}")) {
            problems.add(name + " must be in [0, 1], got '" + value + "'");
            return absent;
        }
        return Double.parseDouble(value);
    }

    public boolean truth(String name, boolean absent) {
        String value = text(name, String.valueOf(absent)).toLowerCase(Locale.ROOT);
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(name + " must be true or false, got '" + value + "'");
            return absent;
        }
        return value.equals("true");
    }

    /** Tells of what a bundle found wrong itself. */
    public void problem(String words) {
        problems.add(words);
    }

    /** What is wrong, with each option that nobody asked for; to be asked last. */
    public List<String> problems() {
        List<String> all = new ArrayList<>(problems);
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                all.add("option '" + name + "' is unknown: " + kind + " knows " + String.join(", ", known));
            }
        }
        return all;
    }
}
