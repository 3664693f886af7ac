package tacit.pulse.signals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.access.AuditLog;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ScopedSettings;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.Signals;
import tacit.api.store.Database;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;

/** Keeps signals in the database. Thread-safe. */
@Component
@Designate(ocd = SqlSignals.Config.class)
public final class SqlSignals implements Signals {

    static final String OWNER = "tacit.pulse.signals";

    private final Database database;
    private final AutomationProfiles profiles;
    private final Redactor redactor;
    private final AuditLog audit;
    private final Clock clock;
    private final Intake intake;
    private final Followers followers = new Followers();

    /** How much is kept. */
    @ObjectClassDefinition(name = "Tacit signals")
    public @interface Config {

        @AttributeDefinition(
                name = "Signals of a family",
                description = "How many of a profile wait by themselves, in [1, 10000]; more join one for their family")
        int family_limit() default 200;
    }

    @Activate
    public SqlSignals(
            @Reference Database database,
            @Reference AutomationProfiles profiles,
            @Reference ScopedSettings settings,
            @Reference Redactor redactor,
            @Reference AuditLog audit,
            @Reference Clock clock,
            Config config) {
        this.database = database;
        this.profiles = profiles;
        this.redactor = redactor;
        this.audit = audit;
        this.clock = clock;
        int ofFamily = within("family.limit", config.family_limit(), 10_000);
        database.migrate(OWNER, SqlSignals.class);
        Limits limits = new Limits(settings, profiles);
        intake = new Intake(database, profiles, redactor, new Crowds(database, ofFamily, limits), limits);
    }

    private static int within(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(name + " must be in [1, " + most + "], got " + value);
        }
        return value;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public List<Receipt> submit(List<SignalDraft> drafts) {
        if (drafts.size() > MOST_DRAFTS) {
            throw new IllegalArgumentException("drafts must be at most " + MOST_DRAFTS + ", got " + drafts.size());
        }
        Outcome outcome = intake.take(drafts, now());
        followers.tell(outcome.news());
        return outcome.receipts(drafts.size());
    }

    @Override
    public List<Signal> open(String profileId, int limit) {
        int rows = PageRequest.first(limit).limit();
        Instant now = now();
        return database.read(session -> new WaitingRows(session).of(profileId, now, rows));
    }

    @Override
    public List<FamilyCount> families(String profileId) {
        Instant now = now();
        return database.read(session -> new SignalList(session, now).families(profileId));
    }

    @Override
    public Optional<Signal> find(String id) {
        Instant now = now();
        return database.read(session -> new SignalList(session, now).find(id));
    }

    @Override
    public List<Fate> fates(List<String> ids) {
        Instant now = now();
        return database.read(session -> new SignalList(session, now).fates(ids));
    }

    @Override
    public Page<Signal> list(Filter filter, PageRequest page) {
        Instant now = now();
        return database.read(session -> new SignalList(session, now).page(filter, page));
    }

    @Override
    public Set<String> consume(List<Signal> seen, String by) {
        Instant now = now();
        return seen.isEmpty()
                ? Set.of()
                : Set.copyOf(database.write(session -> new WaitingRows(session).consume(seen, now, by)));
    }

    @Override
    public boolean dismiss(String id, String by, String reason) {
        Instant now = now();
        String why = CleanDraft.cut(redactor.redact(reason).text(), CleanDraft.LONGEST_REASON);
        boolean waits = fates(List.of(id)).stream()
                .anyMatch(fate -> fate.state() == State.OPEN || fate.state() == State.DEFERRED);
        if (!waits) {
            return false;
        }
        audit.write(by, "signal.dismiss", id, Map.of());
        return database.write(session -> new WaitingRows(session).dismiss(id, now, by, why));
    }

    @Override
    public Deferral defer(String profileId, List<Signal> seen, String reason, Instant until) {
        Instant now = now();
        Instant latest = now.plus(Addressing.LONGEST);
        Instant end = until.isAfter(latest) ? latest : until.truncatedTo(ChronoUnit.MICROS);
        return database.write(session -> {
            Deferrals deferrals = new Deferrals(session);
            deferrals.defer(profileId, seen, reason, end, now);
            return deferrals.of(profileId, now).orElseGet(() -> new Deferral(profileId, reason, "", List.of(), 0, now));
        });
    }

    @Override
    public Optional<Deferral> deferral(String profileId) {
        Instant now = now();
        return database.read(session -> new Deferrals(session).of(profileId, now));
    }

    @Override
    public Optional<Deferral> resume(String profileId) {
        Instant now = now();
        return database.write(session -> {
            Deferrals deferrals = new Deferrals(session);
            Optional<Deferral> waiting = deferrals.of(profileId, now);
            deferrals.resume(profileId, now);
            return waiting;
        });
    }

    @Override
    public Set<SignalFamily> interests(String profileId) {
        return Interests.read(database).of(profileId);
    }

    @Override
    public void interest(String profileId, Set<SignalFamily> families, String by) {
        Instant now = now();
        if (profiles.find(profileId).isEmpty()) {
            throw new IllegalArgumentException("profileId must name a profile, got '" + profileId + "'");
        }
        String names = families.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
        audit.write(by, "signal.interest", profileId, Map.of("families", names));
        database.write(session -> {
            Interests.keep(session, profileId, families, by, now);
            return families;
        });
    }

    @Override
    public int prune(Instant before) {
        Instant now = now();
        return database.write(session -> {
            WaitingRows rows = new WaitingRows(session);
            rows.expire(now);
            return rows.remove(before, Integer.MAX_VALUE);
        });
    }

    @Override
    public AutoCloseable follow(Listener listener) {
        return followers.add(listener);
    }
}
