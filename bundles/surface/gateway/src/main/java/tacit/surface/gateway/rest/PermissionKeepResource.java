package tacit.surface.gateway.rest;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.autonomy.Approvals;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Lets an operator keep a rule for the workspace of the token. */
@Component
public final class PermissionKeepResource implements HttpResource {

    static final Set<String> FIELDS = Set.of("effect", "scope", "pattern", "tool");

    private static final int LONGEST = 1_000;

    private final Approvals inbox;

    @Activate
    public PermissionKeepResource(@Reference Approvals inbox) {
        this.inbox = inbox;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/permissions";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        String workspace = call.principal().scope().workspaceId();
        try {
            inbox.rule(
                    workspace,
                    null,
                    rule(Fields.of(Json.body(call), FIELDS)),
                    call.principal().name());
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
        return Json.reply(
                200,
                Map.of(
                        "rules",
                        inbox.rules(workspace, null).stream()
                                .map(ApprovalViews::rule)
                                .toList()));
    }

    static PermissionRule rule(Fields fields) {
        return new PermissionRule(
                "new",
                Fields.choice("effect", fields.text("effect", 20), PermissionEffect.class),
                Fields.choice("scope", fields.text("scope", 20), PermissionRule.Scope.class),
                fields.text("pattern", LONGEST),
                fields.optionalText("tool", 200),
                PermissionRule.Source.WORKSPACE_DB);
    }
}
