package tacit.panel.pulse;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tacit.api.access.AuditEntry;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.Signal;
import tacit.api.pulse.SignalDraft;
import tacit.api.pulse.SignalFamily;
import tacit.api.pulse.SignalSource;
import tacit.api.pulse.Twins;
import tacit.api.pulse.Urgency;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.profiles.SqlAutomationProfiles;
import tacit.pulse.profiles.SqlCoreSwitches;
import tacit.pulse.profiles.SqlScopedSettings;
import tacit.pulse.profiles.StoredTwins;
import tacit.pulse.signals.SqlSignals;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;
import tacit.runtime.testkit.TestDatabase;

/** Real profiles, settings, switches and signals, and the panels on them. */
final class Stores implements AutoCloseable {

    private final TestDatabase database = Engine.HSQLDB.open();
    private final MovingClock clock = new MovingClock();
    private final PatternRedactor redactor = new PatternRedactor();
    final ListAuditLog audit = new ListAuditLog();
    final SqlAutomationProfiles profiles = new SqlAutomationProfiles(database.database(), audit, redactor, clock);
    final SqlScopedSettings settings = new SqlScopedSettings(database.database(), audit, redactor, clock);
    final SqlCoreSwitches switches = new SqlCoreSwitches(database.database(), audit, redactor, clock);
    final SqlSignals signals = new SqlSignals(
            database.database(),
            profiles,
            settings,
            redactor,
            audit,
            clock,
            Configurations.of(SqlSignals.Config.class, Map.of()));
    final Beats beats = new Beats(profiles);
    final Inbox inbox = new Inbox();
    final HeartbeatPanel heartbeat = new HeartbeatPanel();
    final ProfilesPanel profilesPanel = new ProfilesPanel();
    final SignalsPanel signalsPanel = new SignalsPanel();

    /** Brings all that may be absent. */
    Stores whole() {
        heartbeat.switches = switches;
        heartbeat.desk = beats;
        heartbeat.profiles = profiles;
        profilesPanel.profiles = profiles;
        profilesPanel.settings = settings;
        profilesPanel.desk = beats;
        profilesPanel.signals = signals;
        profilesPanel.inbox = inbox;
        signalsPanel.ledger = signals;
        signalsPanel.profiles = profiles;
        return this;
    }

    AutomationProfile profile(String role, String workspace) {
        return profiles.create(role, workspace, ProfileSettings.USUAL.with(ProfileField.ENABLED, "true"), "ann");
    }

    Signal signal(AutomationProfile profile, String text) {
        SignalDraft draft = SignalDraft.of(
                        profile.workspaceId(), SignalFamily.OPEN_LOOP_PRESSURE, SignalSource.GIT, text)
                .forProfile(profile.id())
                .withUrgency(Urgency.HIGH, .8)
                .withEvidence(List.of("trace:t1"))
                .withPayload(Map.of("branch", text));
        return signals.submit(List.of(draft)).get(0).signals().get(0);
    }

    /** Twins with the presets that ship, and those in a folder. */
    Twins twins(Path folder) {
        return new StoredTwins(
                database.database(),
                audit,
                clock,
                Configurations.of(StoredTwins.Config.class, Map.of("data_directory", folder.toString())));
    }

    List<String> acts() {
        return audit.entries.stream().map(AuditEntry::action).toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
