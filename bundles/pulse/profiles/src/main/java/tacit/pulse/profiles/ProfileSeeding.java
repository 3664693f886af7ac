package tacit.pulse.profiles;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AuditLog;
import tacit.api.store.Database;
import tacit.api.store.Scope;

/** Gives each role that is known a profile at the first start that knows it, once: one that was removed stays so. */
@Component(service = ProfileSeeding.class, immediate = true, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ProfileSeeding.Config.class)
public final class ProfileSeeding {

    private static final Logger log = LoggerFactory.getLogger(ProfileSeeding.class);
    private static final String HOST = "tacit";
    private static final String LEAD = "=lead";

    /** Which roles there are. */
    @ObjectClassDefinition(name = "Tacit seeds of profiles")
    public @interface Config {

        @AttributeDefinition(
                name = "Roles",
                description = "Roles of agents besides project_manager and assistant that get a profile, switched off,"
                        + " with commas between them; NAME=lead for one that leads")
        String roles() default "";

        @AttributeDefinition(name = "Workspace", description = "Where profiles that are made at a start work")
        String workspace() default Scope.DEFAULT_WORKSPACE;
    }

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final String workspace;

    @Activate
    public ProfileSeeding(
            @Reference Database database, @Reference AuditLog audit, @Reference Clock clock, Config config) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.workspace = Names.id("workspace", config.workspace());
        Map<String, ProfilePreset> roles = roles(config.roles());
        database.migrate("tacit.pulse.profiles", ProfileSeeding.class);
        roles.forEach(this::seed);
    }

    private static Map<String, ProfilePreset> roles(String further) {
        Map<String, ProfilePreset> roles = new LinkedHashMap<>();
        roles.put("project_manager", ProfilePreset.PROJECT_MANAGER);
        roles.put("assistant", ProfilePreset.ASSISTANT);
        for (String entry : entries(further)) {
            boolean lead = entry.endsWith(LEAD);
            String role = lead ? entry.substring(0, entry.length() - LEAD.length()) : entry;
            if (Names.isTwin(role)) {
                log.warn("Role {} is a twin and gets no profile", role);
            } else {
                roles.putIfAbsent(Names.role(role), lead ? ProfilePreset.LEAD : ProfilePreset.OTHER);
            }
        }
        return roles;
    }

    private static List<String> entries(String further) {
        List<String> entries = new ArrayList<>();
        for (String entry : further.split(",", -1)) {
            if (!entry.isBlank()) {
                entries.add(entry.strip());
            }
        }
        return entries;
    }

    private void seed(String role, ProfilePreset preset) {
        Optional<Stored> there = database.read(session -> new ProfileRows(session).findByRole(role));
        if (database.read(session -> new ProfileRows(session).isSeeded(role))) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Stored stored = SqlAutomationProfiles.made(role, workspace, preset, preset.settings(), now);
        if (there.isEmpty()) {
            String id = stored.profile().id();
            audit.write(HOST, "profile.seed", id, Map.of("role", role, "workspace", workspace));
        }
        database.write(session -> {
            ProfileRows rows = new ProfileRows(session);
            return rows.markSeeded(role, now) && rows.add(stored);
        });
    }
}
