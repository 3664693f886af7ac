package tacit.surface.gateway.rest.observe;

import java.util.List;
import java.util.Locale;

/** Writes numbers in the text format of Prometheus, version 0.0.4. Confined to one thread. */
final class Exposition {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final StringBuilder text = new StringBuilder(8_192);

    /** Begins a family; its samples follow. */
    void family(String name, String type, String help) {
        text.append("# HELP ")
                .append(name)
                .append(' ')
                .append(escaped(help, false))
                .append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    /** @param labels names and values in turn */
    void sample(String name, double value, List<String> labels) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{');
            for (int i = 0; i < labels.size(); i += 2) {
                text.append(i == 0 ? "" : ",")
                        .append(labels.get(i))
                        .append("=\"")
                        .append(escaped(labels.get(i + 1), true))
                        .append('"');
            }
            text.append('}');
        }
        text.append(' ').append(number(value)).append('\n');
    }

    /** The same with a count. */
    void count(String name, long value, List<String> labels) {
        sample(name, (double) value, labels);
    }

    /** A family of one sample. */
    void one(String name, String type, String help, double value) {
        family(name, type, help);
        sample(name, value, List.of());
    }

    private static String escaped(String word, boolean quoted) {
        String escaped = word.replace("\\", "\\\\").replace("\n", "\\n");
        return quoted ? escaped.replace("\"", "\\\"") : escaped;
    }

    static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? String.format(Locale.ROOT, "%d", (long) value) : Double.toString(value);
    }

    /** A family of one count. */
    void oneCount(String name, String type, String help, long value) {
        one(name, type, help, (double) value);
    }

    void add(Exposition part) {
        text.append(part.text);
    }

    String text() {
        return text.toString();
    }
}
