package tacit.pulse.loop.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.store.Scope;
import tacit.runtime.testkit.openapi.Conformance;

/** A request of a test. */
record FakeCall(Scope scope, Map<String, String> pathParameters, Map<String, String> parameters, String text)
        implements Call {

    static String ask(
            HttpResource resource, Scope scope, Map<String, String> path, Map<String, String> query, String body) {
        return Conformance.answer(resource, new FakeCall(scope, path, query, body))
                .toString();
    }

    @Override
    public Principal principal() {
        return new Principal("anna", AccessRole.OPERATOR, scope);
    }

    @Override
    public Map<String, List<String>> query() {
        Map<String, List<String>> query = new HashMap<>();
        parameters.forEach((name, value) -> query.put(name, List.of(value)));
        return query;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> contentType() {
        return Optional.of("application/json");
    }

    @Override
    public byte[] body() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
