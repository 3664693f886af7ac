package tacit.pulse.signals.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.store.Scope;

/** A call with a token of workspace {@code home}. */
record TestCall(Map<String, String> pathParameters, Map<String, List<String>> query, String text, String type)
        implements Call {

    static TestCall get(String... namesAndValues) {
        Map<String, List<String>> query = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return new TestCall(Map.of(), query, "", "");
    }

    static TestCall post(String json) {
        return new TestCall(Map.of(), Map.of(), json, "application/json");
    }

    TestCall id(String id) {
        return new TestCall(Map.of("id", id), query, text, type);
    }

    @Override
    public Principal principal() {
        return new Principal("ada", AccessRole.OPERATOR, Scope.ofWorkspace("home"));
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> contentType() {
        return Optional.of(type).filter(given -> !given.isEmpty());
    }

    @Override
    public byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
