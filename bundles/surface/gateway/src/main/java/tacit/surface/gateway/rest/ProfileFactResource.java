package tacit.surface.gateway.rest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.access.AuditLog;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.Evidence;
import tacit.api.memory.ProfileFact;
import tacit.api.memory.ProfileFact.Category;
import tacit.api.memory.UserProfile;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Adds a fact about a user that an operator entered. */
@Component
public final class ProfileFactResource implements HttpResource {

    private static final int LONGEST = 2_000;

    private final UserProfile profile;
    private final AuditLog audit;

    @Activate
    public ProfileFactResource(@Reference UserProfile profile, @Reference AuditLog audit) {
        this.profile = profile;
        this.audit = audit;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/memory/users/{id}/profile";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Scope scope = MemoryViews.user(call);
        try {
            return Json.reply(200, MemoryViews.memory(profile.add(fact(call, scope))));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    /** The act is in the audit log first, and is the evidence of the fact. */
    private ProfileFact fact(Call call, Scope scope) {
        Fields fields = Fields.of(Json.body(call), Set.of("category", "text", "pinned"));
        Category category = fields.optionalChoice("category", Category.class);
        String text = fields.text("text", LONGEST);
        boolean pinned = fields.truth("pinned", false);
        String user = Objects.requireNonNull(scope.userId());
        long entry = audit.write(call.principal().name(), "profile.add", user, Map.of("workspace", scope.workspaceId()))
                .sequence();
        return new ProfileFact(
                scope.workspaceId(),
                user,
                category == null ? Category.OTHER : category,
                text,
                ProfileFact.Source.MANUAL,
                null,
                pinned,
                null,
                List.of(Evidence.of(Evidence.Kind.STATEMENT, String.valueOf(entry))));
    }
}
