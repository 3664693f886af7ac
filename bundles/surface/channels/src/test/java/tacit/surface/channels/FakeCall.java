package tacit.surface.channels;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.store.Scope;

/** A request to a channel, or to {@code CHANNEL/ID/ACT} of a message. */
record FakeCall(
        String channel,
        Map<String, String> headers,
        String type,
        String text,
        Scope scope,
        Map<String, List<String>> query)
        implements Call {

    FakeCall(String channel, Map<String, String> headers, String type, String body) {
        this(channel, headers, type, body, Scope.ofDefaultWorkspace(), Map.of());
    }

    /** Asks for no channel. */
    static FakeCall get(Scope scope, Map<String, List<String>> query) {
        return new FakeCall("", Map.of(), "", "", scope, query);
    }

    @Override
    public Principal principal() {
        return new Principal("test", AccessRole.OPERATOR, scope);
    }

    @Override
    public Map<String, String> pathParameters() {
        String[] parts = channel.split("/", -1);
        return parts.length < 3 ? Map.of("name", channel) : Map.of("name", parts[0], "id", parts[1], "act", parts[2]);
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
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
