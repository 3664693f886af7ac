package tacit.panel.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;

/** What all forms of these panels share. */
final class Acts {

    private Acts() {}

    /** Does something; what the store refuses becomes a sentence on the page. */
    static <T> T done(Supplier<T> act) {
        try {
            return act.get();
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, sentence(e));
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, sentence(e));
        }
    }

    /** A field that must be filled in. */
    static String field(View view, String name) {
        return view.parameter(name)
                .orElseThrow(() -> new HttpProblem(400, "The field '" + name + "' must be filled in"));
    }

    /** A field that holds a whole number. */
    static long number(View view, String name) {
        return number(field(view, name));
    }

    /** A text that is a whole number. */
    static long number(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new HttpProblem(400, "A whole number is needed, not '" + text + "'");
        }
        return Long.parseLong(text);
    }

    /** A constant as a word. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A field that holds a share, such as {@code 0.1}. */
    static double share(View view, String name) {
        String text = field(view, name);
        if (!text.matches("[01](\\.\\d{1,4})?")) {
            throw new HttpProblem(400, "The field '" + name + "' must hold a share such as 0.1");
        }
        return Double.parseDouble(text);
    }

    /** What stands in a field with blanks, commas or new lines between. */
    static List<String> words(String text) {
        return Arrays.stream(text.split("[\\s,]+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    static HttpProblem unknown(String act) {
        return new HttpProblem(404, "This panel knows no form '" + act + "'");
    }

    private static String sentence(RuntimeException problem) {
        String message = problem.getMessage();
        return message == null ? "This is not possible now" : message;
    }
}
