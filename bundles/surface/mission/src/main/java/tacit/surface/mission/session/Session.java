package tacit.surface.mission.session;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tacit.api.access.Principal;

/** A browser that has logged in. Thread-safe. */
public final class Session {

    private final String key;
    private final String token;
    private final String formToken;
    private final Instant begun;
    private final AtomicReference<@Nullable String> notice = new AtomicReference<>();
    private volatile Principal principal;
    private volatile Instant seen;

    Session(String key, String token, String formToken, Principal principal, Instant now) {
        this.key = key;
        this.token = token;
        this.formToken = formToken;
        this.principal = principal;
        this.begun = now;
        this.seen = now;
    }

    /** Who it is; asked anew with each request. */
    public Principal principal() {
        return principal;
    }

    /** What each form of this session holds, and no other one. */
    public String formToken() {
        return formToken;
    }

    /** Keeps one sentence for the next page. */
    public void tell(String sentence) {
        notice.set(sentence);
    }

    /** The sentence that was kept, once; null when there is none. */
    public @Nullable String told() {
        return notice.getAndSet(null);
    }

    String key() {
        return key;
    }

    String token() {
        return token;
    }

    Instant begun() {
        return begun;
    }

    Instant seen() {
        return seen;
    }

    void seen(Principal now, Instant at) {
        principal = now;
        seen = at;
    }
}
