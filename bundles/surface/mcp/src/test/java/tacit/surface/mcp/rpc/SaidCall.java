package tacit.surface.mcp.rpc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.store.Scope;

/** A call with some headers, by somebody. */
public final class SaidCall implements Call {

    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Principal principal;

    private SaidCall(Principal principal) {
        this.principal = principal;
    }

    /** Of a token of one user, or of the whole workspace where it is null. */
    public static SaidCall by(@Nullable String user, AccessRole role) {
        return new SaidCall(new Principal("token", role, new Scope("default", user)));
    }

    public SaidCall with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    @Override
    public Principal principal() {
        return principal;
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
        return Optional.of("application/json");
    }

    @Override
    public byte[] body() {
        return new byte[0];
    }
}
