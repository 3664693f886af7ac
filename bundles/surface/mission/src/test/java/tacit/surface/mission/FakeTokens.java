package tacit.surface.mission;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.access.Tokens;
import tacit.api.store.Scope;

/** Tokens that are the names of their holders with {@code -token} behind. */
final class FakeTokens implements Tokens {

    private final Map<String, Principal> holders = new ConcurrentHashMap<>();

    FakeTokens() {
        for (AccessRole role : AccessRole.values()) {
            String name = role.name().toLowerCase(Locale.ROOT);
            holders.put(name + "-token", new Principal(name, role, Scope.ofDefaultWorkspace()));
        }
    }

    @Override
    public Optional<Principal> authenticate(String token) {
        return Optional.ofNullable(holders.get(token));
    }

    @Override
    public String create(Principal principal, String actor) {
        holders.put(principal.name() + "-token", principal);
        return principal.name() + "-token";
    }

    @Override
    public boolean revoke(String name, String actor) {
        return holders.remove(name + "-token") != null;
    }

    @Override
    public List<Principal> list() {
        return List.copyOf(holders.values());
    }
}
