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
import tacit.api.memory.ArchiveObservations;
import tacit.api.memory.ArchivePrivacy;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Observation;
import tacit.api.memory.ObservationChange;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Paths;
import tacit.surface.gateway.rest.reply.Query;

/** Corrects an observation, replaces its words, or takes it out of sight; the audit log says so first. */
@Component
public final class ObservationActResource implements HttpResource {

    private static final int LONGEST = 2_000;
    private static final int MOST_TEXTS = 12;
    private static final Set<String> FIELDS =
            Set.of("title", "subtitle", "narrative", "facts", "concepts", "filesRead", "filesModified", "privacy");

    private final ArchiveObservations observations;
    private final MemoryStore memories;
    private final AuditLog audit;

    @Activate
    public ObservationActResource(
            @Reference ArchiveObservations observations, @Reference MemoryStore memories, @Reference AuditLog audit) {
        this.observations = observations;
        this.memories = memories;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/observations/{id}/{act}";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String act = Paths.parameter(call, "act");
        try {
            return switch (act) {
                case "update" -> update(call);
                case "redact" -> redact(call);
                case "suppress" -> suppress(call);
                default -> throw new HttpProblem(404, "An observation knows update, redact and suppress");
            };
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        } catch (IllegalStateException e) {
            throw new HttpProblem(503, String.valueOf(e.getMessage()));
        }
    }

    private Reply update(Call call) {
        ObservationChange change = change(Fields.of(Json.body(call), FIELDS));
        String id = noted(call, "update");
        return observation(observations.update(call.principal().scope(), id, change));
    }

    private static ObservationChange change(Fields fields) {
        if (FIELDS.stream().noneMatch(fields.node()::hasNonNull)) {
            throw new IllegalArgumentException("Something must be corrected");
        }
        return new ObservationChange(
                fields.optionalText("title", LONGEST),
                fields.optionalText("subtitle", LONGEST),
                fields.optionalText("narrative", LONGEST),
                texts(fields, "facts"),
                texts(fields, "concepts"),
                texts(fields, "filesRead"),
                texts(fields, "filesModified"),
                fields.optionalChoice("privacy", ArchivePrivacy.class));
    }

    private static @Nullable List<String> texts(Fields fields, String name) {
        if (!fields.node().hasNonNull(name)) {
            return null;
        }
        JsonNode node = fields.node().get(name);
        return node.isArray() && node.isEmpty() ? List.of() : fields.texts(name, MOST_TEXTS, LONGEST);
    }

    private Reply redact(Call call) {
        String instead = call.body().length == 0
                ? null
                : Fields.of(Json.body(call), Set.of("replacement"))
                        .optionalText("replacement", ArchiveObservations.LONGEST_REPLACEMENT);
        String id = noted(call, "redact");
        return observation(observations.redact(call.principal().scope(), id, instead));
    }

    private Reply suppress(Call call) {
        if (call.body().length > 0) {
            throw new IllegalArgumentException("This takes no body");
        }
        String id = noted(call, "suppress");
        return Json.reply(
                200,
                Map.of(
                        "id",
                        id,
                        "suppressed",
                        observations.suppress(call.principal().scope(), id)));
    }

    private String noted(Call call, String act) {
        Scope scope = call.principal().scope();
        String id =
                ArchiveViews.found(memories, scope, Paths.parameter(call, "id")).id();
        audit.write(call.principal().name(), "memory.observation." + act, id, Map.of("workspace", scope.workspaceId()));
        return id;
    }

    private static Reply observation(Optional<Observation> now) {
        return now.map(found -> Json.reply(200, ArchiveViews.observation(found)))
                .orElseThrow(() -> new HttpProblem(404, "No such observation in the token's scope"));
    }
}
