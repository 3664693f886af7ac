package tacit.surface.gateway.rest;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.store.Scope;

/** A call as a test wants it. */
public final class FakeCall implements Call {

    private final Map<String, String> path = new HashMap<>();
    private final Map<String, List<String>> query = new HashMap<>();
    private final Map<String, String> headers = new HashMap<>();
    private Scope scope = Scope.ofDefaultWorkspace();
    private AccessRole role = AccessRole.OPERATOR;
    private String type = "application/json";
    private byte[] body = new byte[0];

    public static FakeCall json(String body) {
        FakeCall call = new FakeCall();
        call.body = body.getBytes(StandardCharsets.UTF_8);
        return call;
    }

    /** A file as a client sends it. */
    public static FakeCall file(String body) {
        FakeCall call = json(body);
        call.type = "text/plain";
        return call;
    }

    public FakeCall typed(String mediaType) {
        type = mediaType;
        return this;
    }

    public FakeCall bytes(byte... bytes) {
        body = bytes;
        return this;
    }

    public FakeCall at(String name, String value) {
        path.put(name, value);
        return this;
    }

    public FakeCall asking(String name, String value) {
        query.put(name, List.of(value));
        return this;
    }

    public FakeCall naming(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public FakeCall in(Scope wanted) {
        scope = wanted;
        return this;
    }

    public FakeCall as(AccessRole wanted) {
        role = wanted;
        return this;
    }

    @Override
    public Principal principal() {
        return new Principal("ann", role, scope);
    }

    @Override
    public Map<String, String> pathParameters() {
        return path;
    }

    @Override
    public Map<String, List<String>> query() {
        return query;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    @Override
    public Optional<String> contentType() {
        return Optional.of(type);
    }

    @Override
    public byte[] body() {
        return body;
    }
}
