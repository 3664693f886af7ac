package tacit.pulse.profiles;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import tacit.api.access.AuditLog;
import tacit.api.ingest.Redactor;
import tacit.api.pulse.AutomationProfile;
import tacit.api.pulse.AutomationProfiles;
import tacit.api.pulse.ProfileReferences;
import tacit.api.pulse.ProfileSettings;
import tacit.api.pulse.ScopedSettings.Subject;
import tacit.api.store.Database;
import tacit.api.store.Session;
import tacit.pulse.profiles.SettingRows.By;

/** Keeps profiles in the database. Thread-safe. */
@Component
public final class SqlAutomationProfiles implements AutomationProfiles {

    private final Database database;
    private final AuditLog audit;
    private final Redactor redactor;
    private final Clock clock;
    private final KnownScopes scopes = new KnownScopes();

    /** Replaced as a whole when a bundle comes or goes. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ProfileReferences> references = List.of();

    @Activate
    public SqlAutomationProfiles(
            @Reference Database database,
            @Reference AuditLog audit,
            @Reference Redactor redactor,
            @Reference Clock clock) {
        this.database = database;
        this.audit = audit;
        this.redactor = redactor;
        this.clock = clock;
        database.migrate("tacit.pulse.profiles", SqlAutomationProfiles.class);
    }

    /** Takes the place of what the framework sets. */
    void refer(ProfileReferences... by) {
        references = List.of(by);
    }

    @Override
    public Optional<AutomationProfile> find(String id) {
        return database.read(session -> new ProfileRows(session).find(id)).map(Stored::profile);
    }

    @Override
    public Optional<AutomationProfile> findByRole(String agentRoleId) {
        return database.read(session -> new ProfileRows(session).findByRole(agentRoleId))
                .map(Stored::profile);
    }

    @Override
    public List<AutomationProfile> list(@Nullable String workspaceId) {
        return database
                .read(session ->
                        workspaceId == null ? new ProfileRows(session).all() : new ProfileRows(session).of(workspaceId))
                .stream()
                .map(Stored::profile)
                .sorted(Comparator.comparing(AutomationProfile::updatedAt)
                        .reversed()
                        .thenComparing(AutomationProfile::id))
                .toList();
    }

    @Override
    public List<AutomationProfile> active() {
        return database.read(session -> new ProfileRows(session)
                .all().stream()
                        .map(stored -> settled(session, stored))
                        .filter(profile -> profile.settings().enabled())
                        .sorted(Comparator.comparing(AutomationProfile::id))
                        .toList());
    }

    private AutomationProfile settled(Session session, Stored stored) {
        AutomationProfile profile = stored.profile();
        Subject subject = Subject.ofProfile(profile);
        Inheritance inheritance = new Inheritance(scopes.of(session, subject), subject, stored);
        return with(profile, Inheritance.settled(stored, inheritance), profile.version(), profile.updatedAt());
    }

    private static AutomationProfile with(
            AutomationProfile profile, ProfileSettings settings, long version, Instant updated) {
        return new AutomationProfile(
                profile.id(),
                profile.agentRoleId(),
                profile.workspaceId(),
                settings,
                profile.state(),
                version,
                profile.createdAt(),
                updated);
    }

    @Override
    public AutomationProfile create(String agentRoleId, String workspaceId, ProfileSettings settings, String by) {
        String role = Names.role(agentRoleId);
        String workspace = Names.id("workspaceId", workspaceId);
        if (findByRole(role).isPresent()) {
            throw twice(role);
        }
        Instant now = now();
        Stored stored = made(role, workspace, ProfilePreset.USUAL, settings, now);
        AutomationProfile profile = stored.profile();
        audit.write(by, "profile.create", profile.id(), Map.of("role", role, "workspace", workspace));
        database.write(session -> {
            if (!new ProfileRows(session).add(stored)) {
                throw twice(role);
            }
            new SettingRows(session).note(profile.id(), null, profile.settings(), new By(by, "created", now));
            return true;
        });
        return profile;
    }

    private static IllegalArgumentException twice(String role) {
        return new IllegalArgumentException("Cannot create a profile for role '" + role + "': it has one already");
    }

    /** One that is not stored yet. */
    static Stored made(String role, String workspace, ProfilePreset preset, ProfileSettings settings, Instant now) {
        String id = Names.profile(role, now);
        AutomationProfile bare =
                new AutomationProfile(id, role, workspace, preset.settings(), AutomationProfile.State.NEW, 1, now, now);
        ProfileSettings settled = new Stored(bare, preset).settled(settings);
        return new Stored(with(bare, settled, 1, now), preset);
    }

    @Override
    public AutomationProfile update(String id, long expected, ProfileSettings settings, String by) {
        return update(id, expected, settings, by, "");
    }

    @Override
    public AutomationProfile update(String id, long expected, ProfileSettings settings, String by, String reason) {
        String why = Names.reason(redactor, reason);
        Stored before = database.read(session -> new ProfileRows(session).find(id))
                .orElseThrow(() -> new IllegalArgumentException("Cannot find profile '" + id + "'"));
        if (before.profile().version() != expected) {
            throw changed(id, expected);
        }
        ProfileSettings settled = before.settled(settings);
        if (settled.equals(before.profile().settings())) {
            return before.profile();
        }
        audit.write(by, "profile.update", id, Map.of("version", String.valueOf(expected)));
        Instant now = now();
        database.write(session -> {
            if (!new ProfileRows(session).change(id, expected, settled, now)) {
                throw changed(id, expected);
            }
            new SettingRows(session).note(id, before.profile().settings(), settled, new By(by, why, now));
            return true;
        });
        return with(before.profile(), settled, expected + 1, now);
    }

    private static ConcurrentModificationException changed(String id, long expected) {
        return new ConcurrentModificationException(
                "Cannot update profile '" + id + "': it is not, or no longer, of version " + expected);
    }

    @Override
    public boolean state(String id, AutomationProfile.State state) {
        Instant now = now();
        return database.write(session -> new ProfileRows(session).state(id, state, now));
    }

    @Override
    public Removal remove(String id, String by) {
        if (find(id).isEmpty()) {
            return Removal.UNKNOWN;
        }
        audit.write(by, "profile.remove", id, Map.of());
        ProfileRemoval removal = new ProfileRemoval(List.copyOf(references), by, now());
        return database.write(session -> removal.of(session, id));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
