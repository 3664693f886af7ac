package tacit.panel.pulse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;

/** What all forms of these panels share. */
final class Acts {

    private Acts() {}

    /** Does something; what the desk refuses becomes a sentence on the page. */
    static <T> T done(Supplier<T> act) {
        try {
            return act.get();
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, sentence(e));
        } catch (IllegalStateException | ConcurrentModificationException e) {
            throw new HttpProblem(409, sentence(e));
        }
    }

    /** A field that must be filled in. */
    static String field(View view, String name) {
        return view.parameter(name)
                .orElseThrow(() -> new HttpProblem(400, "The field '" + name + "' must be filled in"));
    }

    /** A field that must be filled in, with so many characters at most. */
    static String field(View view, String name, int longest) {
        return bounded(name, field(view, name), longest);
    }

    /** A field that may stay empty; null then. */
    static @Nullable String optional(View view, String name, int longest) {
        String text = view.parameter(name).orElse(null);
        return text == null ? null : bounded(name, text, longest);
    }

    private static String bounded(String name, String text, int longest) {
        if (text.length() > longest) {
            throw new HttpProblem(400, "The field '" + name + "' must have at most " + longest + " characters");
        }
        return text;
    }

    /** A field that holds a whole number within bounds. */
    static int whole(View view, String name, int least, int most) {
        String text = field(view, name);
        int number = text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
        if (number < least || number > most) {
            throw new HttpProblem(400, "The field '" + name + "' must be a whole number from " + least + " to " + most);
        }
        return number;
    }

    /** A constant by its word; null where nothing is said. */
    static <E extends Enum<E>> @Nullable E choice(Class<E> type, View view, String name) {
        String word = view.parameter(name).orElse("").toUpperCase(Locale.ROOT);
        if (word.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(400, "The field '" + name + "' must be one of those offered"));
    }

    /** A constant by its word, which must be said. */
    static <E extends Enum<E>> E chosen(Class<E> type, View view, String name) {
        E choice = choice(type, view, name);
        if (choice == null) {
            throw new HttpProblem(400, "The field '" + name + "' must be one of those offered");
        }
        return choice;
    }

    /** The state that a list is asked for: the usual one where nothing is said, and null for {@code all}. */
    static <E extends Enum<E>> @Nullable E state(Class<E> type, View view, E usual) {
        String word = view.parameter("state").orElse("");
        if (word.equals("all")) {
            return null;
        }
        return word.isEmpty() ? usual : choice(type, view, "state");
    }

    /** The words of all constants. */
    static <E extends Enum<E>> List<String> words(Class<E> type) {
        List<String> words = new ArrayList<>();
        for (E one : type.getEnumConstants()) {
            words.add(one.name().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    /** A constant as words. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A button in a cell of a table, which asks whether it is meant. */
    static Map<String, Object> button(String act, String label, String confirm, Map<String, ?> fields) {
        return Map.of("act", act, "label", label, "confirm", confirm, "fields", fields);
    }

    /** A part of the host that may be absent. */
    static <S> S there(@Nullable S service, String what) {
        if (service == null) {
            throw new HttpProblem(503, "The part of the host that " + what + " is not there now");
        }
        return service;
    }

    static HttpProblem unknown(String act) {
        return new HttpProblem(404, "This panel knows no form '" + act + "'");
    }

    private static String sentence(RuntimeException problem) {
        String message = problem.getMessage();
        return message == null ? "This is not possible now" : message;
    }
}
