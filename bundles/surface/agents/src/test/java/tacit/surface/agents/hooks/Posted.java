package tacit.surface.agents.hooks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Scope;

/** What an agent of a user posts. */
record Posted(String user, String json) implements Call {

    /** What a resource answers to it; empty for nothing. */
    static String answer(HttpResource resource, String user, String json) {
        Reply reply = resource.handle(new Posted(user, json));
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            reply.body().writeTo(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Principal principal() {
        return new Principal("claude-code", AccessRole.AGENT, new Scope(Scope.DEFAULT_WORKSPACE, user));
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
        return Optional.of("application/json");
    }

    @Override
    public byte[] body() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
