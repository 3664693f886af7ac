package tacit.evidence.otlp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.store.Scope;

/** A request that exists only in a test. */
final class SentCall implements Call {

    private final String contentType;
    private final byte[] body;

    SentCall(String contentType, byte[] body) {
        this.contentType = contentType;
        this.body = body.clone();
    }

    static SentCall json(String body) {
        return new SentCall("application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    static SentCall protobuf(byte[] body) {
        return new SentCall("application/x-protobuf", body);
    }

    @Override
    public Principal principal() {
        return new Principal("test", AccessRole.AGENT, Scope.ofWorkspace("w1"));
    }

    @Override
    public Map<String, String> pathParameters() {
        return Map.of();
    }

    @Override
    public Map<String, List<String>> query() {
        return Map.of();
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.empty();
    }

    @Override
    public Optional<String> contentType() {
        return contentType.isEmpty() ? Optional.empty() : Optional.of(contentType);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }
}
