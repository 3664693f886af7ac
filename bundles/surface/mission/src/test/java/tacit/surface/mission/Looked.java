package tacit.surface.mission;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.page.View;
import tacit.api.store.Scope;

/** What a test wants to see. */
public record Looked(Principal principal, List<String> path, Map<String, String> fields) implements View {

    public static Looked at(String... path) {
        return new Looked(
                new Principal("ada", AccessRole.OPERATOR, Scope.ofDefaultWorkspace()), Arrays.asList(path), Map.of());
    }

    public Looked with(Map<String, String> more) {
        return new Looked(principal, path, more);
    }

    public Looked by(Principal other) {
        return new Looked(other, path, fields);
    }

    @Override
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    @Override
    public List<String> parameters(String name) {
        return parameter(name).stream().toList();
    }

    @Override
    public long offset() {
        return Long.parseLong(fields.getOrDefault("offset", "0"));
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-03-01T12:00:00Z");
    }
}
