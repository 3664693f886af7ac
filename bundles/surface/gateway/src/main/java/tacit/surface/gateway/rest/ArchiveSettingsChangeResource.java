package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.ArchiveMemory;
import tacit.api.memory.ArchiveSettings;
import tacit.api.memory.ArchiveSettings.Privacy;
import tacit.api.memory.ArchiveSettingsChange;
import tacit.api.memory.Evidence;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Changes what the archive of the workspace keeps; what is not named stays, and the audit log says so first. */
@Component
public final class ArchiveSettingsChangeResource implements HttpResource {

    private static final int LONGEST_PATTERN = 1_000;
    private static final String PATTERNS = "excludedPatterns";
    private static final Set<String> FIELDS =
            Set.of("enabled", "autoCapture", "compression", "retentionDays", "maxStorageMb", "privacy", PATTERNS);

    private final ArchiveMemory archive;
    private final AuditLog audit;

    @Activate
    public ArchiveSettingsChangeResource(@Reference ArchiveMemory archive, @Reference AuditLog audit) {
        this.archive = archive;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "PATCH";
    }

    @Override
    public String path() {
        return "/v1/memory/settings";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Scope scope = call.principal().scope();
        if (scope.userId() != null) {
            throw new HttpProblem(403, "Settings are of the whole workspace, and this token is of one user");
        }
        try {
            Fields fields = Fields.of(Json.body(call), FIELDS);
            ArchiveSettingsChange change = change(fields);
            change.on(archive.settings(scope.workspaceId()));
            return Json.reply(200, ArchiveViews.settings(changed(call, scope.workspaceId(), fields, change)));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private ArchiveSettings changed(Call call, String workspace, Fields fields, ArchiveSettingsChange change) {
        List<String> names =
                FIELDS.stream().filter(fields.node()::hasNonNull).sorted().toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Something must change");
        }
        long entry = audit.write(
                        call.principal().name(),
                        "memory.settings",
                        workspace,
                        Map.of("workspace", workspace, "changed", String.join(" ", names)))
                .sequence();
        return archive.changeSettings(
                workspace, change.withEvidence(List.of(Evidence.of(Evidence.Kind.STATEMENT, String.valueOf(entry)))));
    }

    private static ArchiveSettingsChange change(Fields fields) {
        return new ArchiveSettingsChange(
                truth(fields, "enabled"),
                truth(fields, "autoCapture"),
                truth(fields, "compression"),
                number(fields, "retentionDays"),
                number(fields, "maxStorageMb"),
                fields.optionalChoice("privacy", Privacy.class),
                patterns(fields),
                List.of());
    }

    private static @Nullable Boolean truth(Fields fields, String name) {
        return fields.node().hasNonNull(name) ? Boolean.valueOf(fields.truth(name, false)) : null;
    }

    private static @Nullable Integer number(Fields fields, String name) {
        return fields.node().hasNonNull(name) ? Integer.valueOf(fields.whole(name, 0, 0, Integer.MAX_VALUE)) : null;
    }

    /** An empty list takes all of them away. */
    private static @Nullable List<String> patterns(Fields fields) {
        if (!fields.node().hasNonNull(PATTERNS)) {
            return null;
        }
        JsonNode node = fields.node().get(PATTERNS);
        return node.isArray() && node.isEmpty()
                ? List.of()
                : fields.texts(PATTERNS, ArchiveSettings.MOST_PATTERNS, LONGEST_PATTERN);
    }
}
