package tacit.pulse.loop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.store.Session;

/**
 * Lets one host of a database beat, as long as it says again and again that it does. Another one goes on when that one stops, or has
 * said nothing for the term; the clocks of both must agree to within a few seconds. Thread-safe.
 */
@Component(service = Lease.class)
public final class Lease {

    static final Duration TERM = Duration.ofSeconds(15);

    private static final String TABLE = "pulse_leases";
    private static final String NAME = "heart";
    private static final String NOBODY = "";

    private final PulseStore store;
    private final Clock clock;
    private final String host = UUID.randomUUID().toString();

    @Activate
    public Lease(@Reference PulseStore store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What came of asking for it. */
    enum Hold {
        /** Another host has it. */
        ELSEWHERE,
        /** This host has it now, and another one may have had it before. */
        TAKEN,
        /** This host goes on having it. */
        KEPT
    }

    private record Held(String host, Instant until) {}

    /** Takes or renews it. */
    synchronized Hold hold() {
        Instant now = clock.instant();
        Held held = store.read(Lease::held).orElse(new Held(NOBODY, Instant.EPOCH));
        boolean mine = held.host().equals(host);
        if (mine && held.until().isAfter(now.plus(TERM.dividedBy(2)))) {
            return Hold.KEPT;
        }
        if (!mine && held.until().isAfter(now)) {
            return Hold.ELSEWHERE;
        }
        boolean got = store.write(session -> put(session, held, new Held(host, now.plus(TERM))));
        return got ? mine ? Hold.KEPT : Hold.TAKEN : Hold.ELSEWHERE;
    }

    /** Gives it up, so that others need not wait. */
    void release() {
        Instant now = clock.instant();
        store.write(session -> session.update(
                "UPDATE pulse_leases SET host = ?, until_at = ? WHERE name = ? AND host = ?", NOBODY, now, NAME, host));
    }

    private static Optional<Held> held(Session session) {
        return session.selectOne(
                "SELECT host, until_at FROM pulse_leases WHERE name = ?",
                row -> new Held(row.text("host"), row.time("until_at")),
                NAME);
    }

    private static boolean put(Session session, Held before, Held now) {
        Object[] first = {NAME, NOBODY, Instant.EPOCH};
        session.insertAbsent(TABLE, List.of("name", "host", "until_at"), List.<Object[]>of(first));
        return session.update(
                        "UPDATE pulse_leases SET host = ?, until_at = ? WHERE name = ? AND host = ? AND until_at = ?",
                        now.host(),
                        now.until(),
                        NAME,
                        before.host(),
                        before.until())
                == 1;
    }
}
