package tacit.pulse.signals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Signals;
import tacit.api.store.Database;
import tacit.evidence.redaction.PatternRedactor;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.FakeSettings;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.ListProfiles;
import tacit.runtime.testkit.MovingClock;

/** A ledger over a database, with profiles p1 and p2 of workspace home, p3 of another, and one that is switched off. */
public final class Ledger {

    public final MovingClock clock = new MovingClock();
    public final ListAuditLog audit = new ListAuditLog();
    public final ListProfiles profiles = new ListProfiles()
            .add("p1", "home", true)
            .add("p2", "home", true)
            .add("p3", "other", true)
            .add("off", "home", false);
    public final FakeSettings settings = new FakeSettings();
    public final SqlSignals signals;

    public Ledger(Database database) {
        this(database, Map.of());
    }

    public Ledger(Database database, Map<String, Object> settings) {
        signals = new SqlSignals(
                database,
                profiles,
                this.settings,
                new PatternRedactor(),
                audit,
                clock,
                Configurations.of(SqlSignals.Config.class, settings));
    }

    public Instant now() {
        return clock.instant();
    }

    public static SignalDraft draft(String reason) {
        return SignalDraft.of("home", SignalFamily.AWARENESS_SIGNAL, SignalSource.HOOK, reason)
                .forProfile("p1");
    }

    public Signals.Receipt tell(SignalDraft draft) {
        return signals.submit(List.of(draft)).get(0);
    }

    public Signal one(SignalDraft draft) {
        return tell(draft).signals().get(0);
    }

    public List<Signal> open() {
        return signals.open("p1", 1000);
    }

    public Signals.State state(Signal signal) {
        return signals.fates(List.of(signal.id())).get(0).state();
    }
}
