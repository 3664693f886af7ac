package tacit.panel.forms;

import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;
import tacit.api.store.Scope;

/** Does what forms ask for. */
public final class Acts {

    private Acts() {}

    /**
     * Does something.
     *
     * @throws HttpProblem with a sentence for the page, when a service refuses it: 400 as invalid, 409 as impossible now
     */
    public static <T> T done(Supplier<T> act) {
        try {
            return act.get();
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, sentence(e));
        } catch (IllegalStateException | ConcurrentModificationException e) {
            throw new HttpProblem(409, sentence(e));
        }
    }

    /**
     * A part of the host that may be absent.
     *
     * @param what what it does
     * @throws HttpProblem 503, when it is
     */
    public static <S> S there(@Nullable S service, String what) {
        if (service == null) {
            throw new HttpProblem(503, "The part of the host that " + what + " is not there now");
        }
        return service;
    }

    /**
     * Refuses who does not see the whole host, as its HTTP resources do.
     *
     * @throws HttpProblem 403
     */
    public static void wholeHost(View view) {
        if (!view.principal().scope().equals(Scope.ofDefaultWorkspace())) {
            throw new HttpProblem(403, "This concerns the whole host: it needs a token of the default workspace");
        }
    }

    /** A button in a cell of a table, which asks whether it is meant. */
    public static Map<String, Object> button(String act, String label, String confirm, Map<String, ?> fields) {
        return Map.of("act", act, "label", label, "confirm", confirm, "fields", fields);
    }

    /** What a form is answered with that the panel does not have. */
    public static HttpProblem unknown(String act) {
        return new HttpProblem(404, "This panel knows no form '" + act + "'");
    }

    private static String sentence(RuntimeException problem) {
        String message = problem.getMessage();
        return message == null ? "This is not possible now" : message;
    }
}
