package tacit.panel.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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

    /** The words of all constants, behind nothing for any. */
    static <E extends Enum<E>> List<String> words(Class<E> type) {
        List<String> words = new ArrayList<>(List.of(""));
        for (E one : type.getEnumConstants()) {
            words.add(one.name().toLowerCase(Locale.ROOT));
        }
        return words;
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
