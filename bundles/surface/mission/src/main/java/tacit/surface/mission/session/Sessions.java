package tacit.surface.mission.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.access.Principal;
import tacit.api.access.Tokens;
import tacit.api.http.HttpProblem;

/** The sessions of this run of the host, by the hash of what the browser holds; gone with the host. Thread-safe. */
@Component(service = Sessions.class)
@Designate(ocd = Sessions.Config.class)
public final class Sessions {

    /** How long browsers stay logged in. */
    @ObjectClassDefinition(name = "Tacit Mission Control sessions")
    public @interface Config {

        @AttributeDefinition(
                name = "Idle hours",
                description = "Hours without a request that end a session, in [1, 168]")
        int idle_hours() default 12;

        @AttributeDefinition(name = "Longest days", description = "Days after which a session ends anyway, in [1, 30]")
        int longest_days() default 7;

        @AttributeDefinition(name = "Sessions", description = "The most at once; the idlest goes first, in [1, 10000]")
        int sessions() default 200;

        @AttributeDefinition(
                name = "Free attempts",
                description = "Failed logins in a row that cost no waiting, in [1, 100]")
        int free_attempts() default 5;

        @AttributeDefinition(
                name = "Longest wait",
                description = "Seconds that a login has to wait at most after failed ones, in [1, 3600]")
        int longest_wait_seconds() default 60;
    }

    private static final int ID_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Tokens tokens;
    private final AuditLog audit;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;
    private final int most;
    private final Slowdown slowdown;

    @Activate
    public Sessions(@Reference Tokens tokens, @Reference AuditLog audit, @Reference Clock clock, Config config) {
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
        this.idle = Duration.ofHours(within("idle.hours", config.idle_hours(), 168));
        this.longest = Duration.ofDays(within("longest.days", config.longest_days(), 30));
        this.most = within("sessions", config.sessions(), 10_000);
        this.slowdown = new Slowdown(
                within("free.attempts", config.free_attempts(), 100),
                Duration.ofSeconds(within("longest.wait.seconds", config.longest_wait_seconds(), 3600)));
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be in [1, " + most + "], got " + value);
        }
        return value;
    }

    /**
     * Begins a session for the holder of a token and answers what the browser has to hold.
     *
     * @throws HttpProblem with 401 for an unknown token, 403 for an agent's, 429 while logins have to wait
     */
    public String begin(String token) {
        Instant now = clock.instant();
        long wait = slowdown.wait(now);
        if (wait > 0) {
            throw new HttpProblem(429, "Too many logins failed; try again in " + wait + " s");
        }
        Principal principal = tokens.authenticate(token).orElse(null);
        if (principal == null) {
            slowdown.failed(now);
            throw new HttpProblem(401, "This token is not known here");
        }
        slowdown.succeeded();
        if (!principal.role().includes(AccessRole.READER)) {
            throw new HttpProblem(403, "An agent's token cannot log in: use one of a reader or an operator");
        }
        audit.write(principal.name(), "session.begin", principal.name(), Map.of());
        return kept(token, principal, now);
    }

    /**
     * The session of what a browser holds, and its holder as of now; empty when it ended or its token was revoked.
     *
     * @param somebody whether somebody asked, and not the page by itself: only that keeps a session from being idle
     */
    public Optional<Session> of(String id, boolean somebody) {
        Session session = sessions.get(Secrets.hash(id));
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Principal principal = tokens.authenticate(session.token())
                .filter(holder -> holder.role().includes(AccessRole.READER))
                .orElse(null);
        if (principal == null || over(session, now)) {
            sessions.remove(session.key());
            return Optional.empty();
        }
        session.seen(principal, somebody ? now : session.seen());
        return Optional.of(session);
    }

    /** Whether a session goes on. */
    public boolean goesOn(Session session) {
        return sessions.containsKey(session.key())
                && !over(session, clock.instant())
                && tokens.authenticate(session.token()).isPresent();
    }

    /** Ends a session. */
    public void end(Session session) {
        sessions.remove(session.key());
    }

    private boolean over(Session session, Instant now) {
        return now.isAfter(session.seen().plus(idle))
                || now.isAfter(session.begun().plus(longest));
    }

    private String kept(String token, Principal principal, Instant now) {
        sessions.values().removeIf(session -> over(session, now));
        while (sessions.size() >= most) {
            sessions.values().stream().min(Comparator.comparing(Session::seen)).ifPresent(this::end);
        }
        String id = random();
        String key = Secrets.hash(id);
        sessions.put(key, new Session(key, token, random(), principal, now));
        return id;
    }

    private String random() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
