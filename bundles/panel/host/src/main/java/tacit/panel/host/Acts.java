package tacit.panel.host;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;
import tacit.api.store.Scope;

/** What all of these panels share. */
final class Acts {

    private Acts() {}

    /** Does something; what the service refuses becomes a sentence on the page. */
    static <T> T done(Supplier<T> act) {
        try {
            return act.get();
        } catch (IllegalArgumentException e) {
            throw new HttpProblem(400, sentence(e));
        } catch (IllegalStateException e) {
            throw new HttpProblem(409, sentence(e));
        }
    }

    /** Refuses who does not see the whole host, as its HTTP resources do. */
    static void wholeHost(View view) {
        if (!view.principal().scope().equals(Scope.ofDefaultWorkspace())) {
            throw new HttpProblem(403, "This concerns the whole host: it needs a token of the default workspace");
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

    /** One page of rows that are all known. */
    static <T> List<T> page(List<T> all, long offset, int size) {
        return all.stream().skip(offset).limit(size).toList();
    }

    static HttpProblem unknown(String act) {
        return new HttpProblem(404, "This panel knows no form '" + act + "'");
    }

    private static String sentence(RuntimeException problem) {
        String message = problem.getMessage();
        return message == null ? "This is not possible now" : message;
    }
}
