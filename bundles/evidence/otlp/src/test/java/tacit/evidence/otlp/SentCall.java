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
    private final Map<String, String> headers;

    private SentCall(String contentType, byte[] body, Map<String, String> headers) {
        this.contentType = contentType;
        this.body = body.clone();
        this.headers = Map.copyOf(headers);
    }

    SentCall(String contentType, byte[] body) {
        this(contentType, body, Map.of());
    }

    SentCall with(String header, String value) {
        return new SentCall(contentType, body, Map.of(header, value));
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
        return Optional.ofNullable(headers.get(name));
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
