package tacit.surface.gateway.rest;

import tacit.api.http.Call;
import tacit.api.http.HttpProblem;

/** Reads the named segments of a path. */
final class Paths {

    private Paths() {}

    static String parameter(Call call, String name) {
        String value = call.pathParameters().get(name);
        if (value == null || value.isBlank()) {
            throw new HttpProblem(404, "Nothing is served at this path");
        }
        return value;
    }
}
