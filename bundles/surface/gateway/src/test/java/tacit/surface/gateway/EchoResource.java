package tacit.surface.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;

/** Answers what it was sent. */
record EchoResource(String method, String path, Optional<AccessRole> role, long maxBodyBytes) implements HttpResource {

    static EchoResource open(String method, String path) {
        return new EchoResource(method, path, Optional.empty(), 1_000);
    }

    static EchoResource guarded(String method, String path, AccessRole role) {
        return new EchoResource(method, path, Optional.of(role), 1_000);
    }

    @Override
    public Reply handle(Call call) {
        if (call.parameter("fail").isPresent()) {
            throw new IllegalStateException("secret detail");
        }
        if (call.parameter("teapot").isPresent()) {
            throw new HttpProblem(418, "Short and stout");
        }
        String text = call.principal().name() + call.pathParameters() + call.query() + call.body().length;
        return new Reply(200, "text/plain; charset=utf-8", Map.of("X-Path", path), out -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        });
    }
}
