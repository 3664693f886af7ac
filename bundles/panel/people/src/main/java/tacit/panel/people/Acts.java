package tacit.panel.people;

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

    /** A part of the host that may be absent. */
    static <S> S there(@Nullable S service, String what) {
        if (service == null) {
            throw new HttpProblem(503, "The part of the host that " + what + " is not there now");
        }
        return service;
    }

    /** A constant as a label: {@code Emoji usage}. */
    static String sentence(Enum<?> constant) {
        String name = constant.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static HttpProblem unknown(String act) {
        return new HttpProblem(404, "This panel knows no form '" + act + "'");
    }

    private static String sentence(RuntimeException problem) {
        String message = problem.getMessage();
        return message == null ? "This is not possible now" : message;
    }
}
