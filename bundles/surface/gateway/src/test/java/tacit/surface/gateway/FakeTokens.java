package tacit.surface.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.access.Tokens;
import tacit.api.store.Scope;

/** Knows one token per role. */
final class FakeTokens implements Tokens {

    private final Map<String, Principal> holders = Map.of(
            "agent", holder("agent", AccessRole.AGENT),
            "reader", holder("reader", AccessRole.READER),
            "operator", holder("operator", AccessRole.OPERATOR));

    private static Principal holder(String name, AccessRole role) {
        return new Principal(name, role, Scope.ofDefaultWorkspace());
    }

    @Override
    public Optional<Principal> authenticate(String token) {
        return Optional.ofNullable(holders.get(token));
    }

    @Override
    public String create(Principal principal, String actor) {
        throw new UnsupportedOperationException("Tokens of this fake are fixed");
    }

    @Override
    public boolean revoke(String name, String actor) {
        throw new UnsupportedOperationException("Tokens of this fake are fixed");
    }

    @Override
    public List<Principal> list() {
        return List.copyOf(holders.values());
    }
}
