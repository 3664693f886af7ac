package tacit.panel.forms;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;

/** Reads the fields of a form. What does not fit is refused as {@link HttpProblem} 400 with the name of the field. */
public final class Fields {

    private Fields() {}

    /** A field that must be filled in. */
    public static String required(View view, String name) {
        return view.parameter(name)
                .orElseThrow(() -> new HttpProblem(400, "The field '" + name + "' must be filled in"));
    }

    /** A field that must be filled in, with so many characters at most. */
    public static String required(View view, String name, int longest) {
        return bounded(name, required(view, name), longest);
    }

    /** A field that may stay empty; null then. */
    public static @Nullable String optional(View view, String name, int longest) {
        String text = view.parameter(name).orElse(null);
        return text == null ? null : bounded(name, text, longest);
    }

    private static String bounded(String name, String text, int longest) {
        if (text.length() > longest) {
            throw new HttpProblem(400, "The field '" + name + "' must have at most " + longest + " characters");
        }
        return text;
    }

    /** A field that holds a whole number, in [0, 10^18). */
    public static long number(View view, String name) {
        return number(required(view, name));
    }

    /** A text that is a whole number, in [0, 10^18). */
    public static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new HttpProblem(400, "A whole number is needed, not '" + text + "'");
        }
        return Long.parseLong(text);
    }

    /** A field that holds a whole number within bounds, both of which it may be. */
    public static int whole(View view, String name, int least, int most) {
        String text = required(view, name);
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new HttpProblem(400, "The field '" + name + "' must be a whole number from " + least + " to " + most);
        }
        return number;
    }

    /** A field that holds a share, such as {@code 0.1}. */
    public static double share(View view, String name) {
        String text = required(view, name);
        if (!text.matches("0(\\.\\d{1,4})?|1(\\.0{1,4})?")) {
            throw new HttpProblem(400, "The field '" + name + "' must hold a share such as 0.1");
        }
        return Double.parseDouble(text);
    }

    /** A constant by its word; null where nothing is said. */
    public static <E extends Enum<E>> @Nullable E choice(Class<E> type, View view, String name) {
        String word = view.parameter(name).orElse("").toUpperCase(Locale.ROOT);
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(() -> notOffered(name));
    }

    /** A constant by its word, which must be said. */
    public static <E extends Enum<E>> E chosen(Class<E> type, View view, String name) {
        E choice = choice(type, view, name);
        if (choice == null) {
            throw notOffered(name);
        }
        return choice;
    }

    /** The state that a list is asked for: the usual one where nothing is said, and null for {@code all}. */
    public static <E extends Enum<E>> @Nullable E state(Class<E> type, View view, E usual) {
        String word = view.parameter("state").orElse("");
        if (word.equals("all")) {
            return null;
        }
        return word.isEmpty() ? usual : choice(type, view, "state");
    }

    private static HttpProblem notOffered(String name) {
        return new HttpProblem(400, "The field '" + name + "' must be one of those offered");
    }
}
