package tacit.surface.gateway;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.access.Tokens;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.store.Scope;

/** Decides who is asking and whether that one may. Thread-safe. */
final class Admission {

    /** Who asks where no token is needed. */
    static final Principal ANYBODY = new Principal("anybody", AccessRole.AGENT, Scope.ofDefaultWorkspace());

    private static final String SCHEME = "bearer ";

    private final Tokens tokens;
    private final boolean tokenForOtlp;

    Admission(Tokens tokens, boolean tokenForOtlp) {
        this.tokens = tokens;
        this.tokenForOtlp = tokenForOtlp;
    }

    /** What a caller shows; clients of Anthropic send their token as {@code x-api-key}, which counts where nothing else is shown. */
    static @Nullable String authorization(@Nullable String authorization, @Nullable String key) {
        return authorization == null && key != null ? "Bearer " + key.strip() : authorization;
    }

    /** Answers the caller; a token that is sent must be good even where none is needed. */
    Principal admit(@Nullable String authorization, String listener, Optional<AccessRole> needed) {
        if (authorization == null) {
            boolean open = needed.isEmpty() || (listener.equals(HttpResource.OTLP) && !tokenForOtlp);
            if (open) {
                return ANYBODY;
            }
            throw new HttpProblem(401, "A token is needed: send 'Authorization: Bearer TOKEN'");
        }
        Principal caller = holder(authorization);
        if (needed.isPresent() && !caller.role().includes(needed.get())) {
            throw new HttpProblem(
                    403, "The token's role is " + word(caller.role()) + ", this needs " + word(needed.get()));
        }
        return caller;
    }

    private Principal holder(String authorization) {
        boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        String token = bearer ? authorization.substring(SCHEME.length()).trim() : "";
        return Optional.of(token)
                .filter(text -> !text.isEmpty())
                .flatMap(tokens::authenticate)
                .orElseThrow(() -> new HttpProblem(401, "The token is not known here"));
    }

    private static String word(AccessRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
