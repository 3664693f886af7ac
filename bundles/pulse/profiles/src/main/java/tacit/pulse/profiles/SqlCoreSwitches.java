package tacit.pulse.profiles;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AuditLog;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.CoreStage;
import tacit.api.pulse.CoreSwitches;
import tacit.api.store.Database;

/**
 * Keeps switches in the database and counts in memory. What another host on the same database turned holds here after a few seconds.
 * Thread-safe.
 */
@Component
public final class SqlCoreSwitches implements CoreSwitches {

    private static final Logger log = LoggerFactory.getLogger(SqlCoreSwitches.class);
    private static final Duration CACHED = Duration.ofSeconds(5);
    private static final String ALL = "ALL";

    private final Database database;
    private final AuditLog audit;
    private final Redactor redactor;
    private final Clock clock;
    private final Map<CoreStage, StageCount> counts = new EnumMap<>(CoreStage.class);
    private volatile @Nullable Snapshot snapshot;

    /** The switches at a time; those that nobody turned yet are on. */
    private record Snapshot(Map<String, Turned> switches, Instant at) {}

    private record Turned(String stage, boolean on, String by, String reason) {}

    @Activate
    public SqlCoreSwitches(
            @Reference Database database,
            @Reference AuditLog audit,
            @Reference Redactor redactor,
            @Reference Clock clock) {
        this.database = database;
        this.audit = audit;
        this.redactor = redactor;
        this.clock = clock;
        Arrays.stream(CoreStage.values()).forEach(stage -> counts.put(stage, new StageCount(redactor)));
        database.migrate("tacit.pulse.profiles", SqlCoreSwitches.class);
    }

    @Override
    public boolean on(CoreStage stage) {
        return why(stage).isEmpty();
    }

    @Override
    public String why(CoreStage stage) {
        Map<String, Turned> switches = switches();
        Turned all = switches.get(ALL);
        Turned own = switches.get(stage.name());
        if (all != null && !all.on()) {
            return words("The core", all);
        }
        return own == null || own.on() ? "" : words("The stage", own);
    }

    private static String words(String what, Turned turned) {
        return what + " was switched off by " + turned.by() + (turned.reason().isEmpty() ? "" : ": " + turned.reason());
    }

    private Map<String, Turned> switches() {
        Instant now = clock.instant();
        Snapshot known = snapshot;
        if (known == null || Duration.between(known.at(), now).abs().compareTo(CACHED) >= 0) {
            known = new Snapshot(read(), now);
            snapshot = known;
        }
        return known.switches();
    }

    private Map<String, Turned> read() {
        Map<String, Turned> switches = new HashMap<>();
        database.read(session -> session.select(
                        "SELECT stage, is_on, changed_by, reason FROM core_switches WHERE change_no IN"
                                + " (SELECT MAX(change_no) FROM core_switches GROUP BY stage)",
                        row -> new Turned(
                                row.text("stage"), row.truth("is_on"), row.text("changed_by"), row.text("reason"))))
                .forEach(turned -> switches.put(turned.stage(), turned));
        return Map.copyOf(switches);
    }

    @Override
    public void turn(@Nullable CoreStage stage, boolean on, String by, String reason) {
        String name = stage == null ? ALL : stage.name();
        String why = Names.reason(redactor, reason);
        audit.write(by, on ? "core.on" : "core.off", name, Map.of());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.write(session -> session.update(
                "INSERT INTO core_switches (stage, is_on, changed_by, reason, changed_at) VALUES (?, ?, ?, ?, ?)",
                name,
                on,
                by,
                why,
                now));
        snapshot = null;
    }

    @Override
    public void ran(CoreStage stage, int products, List<String> whyNot) {
        if (products < 0) {
            throw new IllegalArgumentException("products must not be negative, got " + products);
        }
        if (count(stage).ran(products, whyNot, clock.instant()) == DRY_RUNS) {
            log.warn("Stage {} has produced nothing in {} runs", stage, DRY_RUNS);
        }
    }

    private StageCount count(CoreStage stage) {
        StageCount count = counts.get(stage);
        if (count == null) {
            throw new IllegalStateException("Every stage is counted");
        }
        return count;
    }

    @Override
    public List<Status> status() {
        return Arrays.stream(CoreStage.values())
                .map(stage -> count(stage).status(stage, why(stage)))
                .toList();
    }
}
