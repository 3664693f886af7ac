package tacit.surface.gateway.rest.reply;

import tacit.api.http.Call;
import tacit.api.http.HttpProblem;

/** Reads the named segments of a path. */
public final class Paths {

    private Paths() {}

    public static String parameter(Call call, String name) {
        String value = call.pathParameters().get(name);
        if (value == null || value.isBlank()) {
            throw new HttpProblem(404, "Nothing is served at this path");
        }
        return value;
    }
}
