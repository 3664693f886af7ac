package tacit.pulse.profiles;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import tacit.api.access.AuditEntry;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.ProfileField;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.Stance;
import tacit.api.store.Database;
import tacit.api.store.Session;
import tacit.evidence.redaction.PatternRedactor;
import tacit.pulse.profiles.ProfileSeeding.Config;
import tacit.runtime.testkit.Configurations;
import tacit.runtime.testkit.ListAuditLog;
import tacit.runtime.testkit.MovingClock;

/** Profiles, settings and switches over a database, with a clock that a test moves. */
final class Core {

    static final ProfileSettings WORKER = new ProfileSettings(
            true, Duration.ofMinutes(20), Duration.ofMinutes(3), Duration.ofMinutes(60), 5, Stance.OPERATOR, null);

    final Database database;
    final MovingClock clock = new MovingClock();
    final ListAuditLog audit = new ListAuditLog();
    final Redactor redactor = new PatternRedactor();
    final SqlAutomationProfiles profiles;
    final SqlScopedSettings settings;
    final SqlCoreSwitches switches;

    Core(Database database) {
        this.database = database;
        this.profiles = new SqlAutomationProfiles(database, audit, redactor, clock);
        this.settings = new SqlScopedSettings(database, audit, redactor, clock);
        this.switches = new SqlCoreSwitches(database, audit, redactor, clock);
    }

    /** One that acts, with nothing else of its own. */
    AutomationProfile profile(String role) {
        return profiles.create(role, "w1", ProfileSettings.USUAL.with(ProfileField.ENABLED, "true"), "ann");
    }

    ProfileSeeding seed(String roles) {
        return new ProfileSeeding(
                database, audit, clock, Configurations.of(Config.class, Map.of("roles", roles, "workspace", "w1")));
    }

    AutomationProfile ofRole(String role) {
        return profiles.findByRole(role).orElseThrow();
    }

    AutomationProfile active(String role) {
        return profiles.active().stream()
                .filter(profile -> profile.agentRoleId().equals(role))
                .findFirst()
                .orElseThrow();
    }

    List<String> acts() {
        return audit.entries.stream().map(AuditEntry::action).toList();
    }

    /** Runs a statement past all services. */
    int sql(String statement, Object... values) {
        return database.write((Session session) -> session.update(statement, values));
    }
}
