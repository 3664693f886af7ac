package tacit.pulse.profiles;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
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
import tacit.api.access.AuditLog;
import tacit.api.pulse.Twin;
import tacit.api.pulse.Twins;
import tacit.api.store.Database;
import tacit.api.store.Session;

/** Keeps which personas are active in the database, each as it was when it was activated. Thread-safe. */
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = StoredTwins.Config.class)
public final class StoredTwins implements Twins {

    private static final int MOST_OF_ONE = 100;

    /** Where the operator's presets lie. */
    @ObjectClassDefinition(name = "Tacit digital twins")
    public @interface Config {

        @AttributeDefinition(name = "Data directory", description = "Presets are read from its folder twins")
        String data_directory();
    }

    private final Database database;
    private final AuditLog audit;
    private final Clock clock;
    private final TwinTemplates templates;

    @Activate
    public StoredTwins(@Reference Database database, @Reference AuditLog audit, @Reference Clock clock, Config config) {
        if (config.data_directory() == null || config.data_directory().isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.templates = new TwinTemplates(Path.of(config.data_directory()).resolve("twins"));
        database.migrate("tacit.pulse.profiles", StoredTwins.class);
    }

    @Override
    public List<Twin> templates() {
        return List.copyOf(templates.all().values());
    }

    @Override
    public List<Active> active(String workspaceId) {
        return database
                .read(session -> session.select(
                        "SELECT role_id, twin FROM twins WHERE workspace_id = ?",
                        row -> new Active(workspaceId, row.text("role_id"), TwinJson.read(row.text("twin"))),
                        workspaceId))
                .stream()
                .sorted(Comparator.comparing(Active::roleId))
                .toList();
    }

    @Override
    public Active activate(String workspaceId, String templateId, String by) {
        Names.id("workspaceId", workspaceId);
        Twin twin = templates.all().get(templateId);
        if (twin == null) {
            throw new IllegalArgumentException("Cannot find twin '" + templateId + "'");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        audit.write(by, "twin.activate", templateId, Map.of("workspace", workspaceId));
        return database.write(session -> {
            for (int number = 1; number <= MOST_OF_ONE; number++) {
                String role = "twin-" + templateId + (number == 1 ? "" : "-" + number);
                if (added(session, new Active(workspaceId, role, twin), by, now)) {
                    return new Active(workspaceId, role, twin);
                }
            }
            throw new IllegalArgumentException(
                    "Cannot activate twin '" + templateId + "': " + MOST_OF_ONE + " of it are active");
        });
    }

    private static boolean added(Session session, Active active, String by, Instant now) {
        Object[] row = {
            active.workspaceId(), active.roleId(), active.twin().id(), TwinJson.write(active.twin()), by, now
        };
        return session.insertAbsent(
                        "twins",
                        List.of("workspace_id", "role_id", "template_id", "twin", "activated_by", "activated_at"),
                        Collections.singletonList(row))[0];
    }

    @Override
    public boolean deactivate(String workspaceId, String roleId, String by) {
        if (ofRole(workspaceId, roleId).isEmpty()) {
            return false;
        }
        audit.write(by, "twin.deactivate", roleId, Map.of("workspace", workspaceId));
        return database.write(session ->
                        session.update("DELETE FROM twins WHERE workspace_id = ? AND role_id = ?", workspaceId, roleId))
                == 1;
    }

    @Override
    public Optional<Twin> ofRole(String workspaceId, String roleId) {
        return database.read(session -> session.selectOne(
                "SELECT twin FROM twins WHERE workspace_id = ? AND role_id = ?",
                row -> TwinJson.read(row.text("twin")),
                workspaceId,
                roleId));
    }

    /** Every active one has such a name, which the table checks. */
    @Override
    public boolean isTwin(String roleId) {
        return Names.isTwin(roleId);
    }
}
