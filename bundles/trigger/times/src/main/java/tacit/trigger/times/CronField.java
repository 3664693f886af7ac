package tacit.trigger.times;

import java.util.List;
import java.util.Locale;

/** One of the five fields of an expression: which values it has, and how they are written. */
enum CronField {
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY("day of month", 1, 31, ""),
    MONTH("month", 1, 12, "jan feb mar apr may jun jul aug sep oct nov dec"),
    WEEKDAY("day of week", 0, 7, "sun mon tue wed thu fri sat");

    private final String label;
    private final int min;
    private final int max;
    private final String names;

    CronField(String label, int min, int max, String names) {
        this.label = label;
        this.min = min;
        this.max = max;
        this.names = names;
    }

    /** The values that a field names, as bits. */
    long parse(String text) {
        long values = 0;
        for (String part : text.split(",", -1)) {
            values |= part(part);
        }
        return this == WEEKDAY && (values & 1L << 7) != 0 ? (values | 1L) & ~(1L << 7) : values;
    }

    private long part(String part) {
        int slash = part.indexOf('/');
        String range = slash < 0 ? part : part.substring(0, slash);
        int step = slash < 0 ? 1 : step(part.substring(slash + 1));
        int dash = range.indexOf('-');
        if (range.equals("*")) {
            return bits(min, this == WEEKDAY ? 6 : max, step);
        }
        int first = value(dash < 0 ? range : range.substring(0, dash));
        if (dash < 0) {
            return bits(first, slash < 0 ? first : max, step);
        }
        int last = value(range.substring(dash + 1));
        // A week may end with Sunday, which is 0 and 7
        return bits(first, this == WEEKDAY && last == 0 ? 7 : last, step);
    }

    private long bits(int first, int last, int step) {
        if (first > last) {
            throw new IllegalArgumentException(label + " must name a range upwards, got " + first + "-" + last);
        }
        long bits = 0;
        for (int value = first; value <= last; value += step) {
            bits |= 1L << value;
        }
        return bits;
    }

    private int step(String text) {
        int step = number(text);
        if (step < 1 || step > max) {
            throw new IllegalArgumentException(label + " must have a step in [1, " + max + "], got '" + text + "'");
        }
        return step;
    }

    private int value(String text) {
        int named = text.isEmpty() ? -1 : List.of(names.split(" ", -1)).indexOf(text.toLowerCase(Locale.ROOT));
        int value = named >= 0 ? named + min : number(text);
        if (value < min || value > max) {
            throw new IllegalArgumentException(label + " must be in [" + min + ", " + max + "], got '" + text + "'");
        }
        return value;
    }

    /** Its number; -1 when it is none. */
    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
    }
}
