package tacit.surface.gateway.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.autonomy.Approvals;
import tacit.api.autonomy.PermissionRule;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.HostOperator;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Says what a changed policy would have said to recorded acts; it changes nothing. */
@Component
public final class AutonomyDryRunResource implements HttpResource {

    private static final int LONGEST = 200;
    private static final int MOST_RULES = 100;

    private final Approvals inbox;

    @Activate
    public AutonomyDryRunResource(@Reference Approvals inbox) {
        this.inbox = inbox;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/autonomy/dry-run";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.OPERATOR);
    }

    @Override
    public Reply handle(Call call) {
        HostOperator.require(call);
        Query.none(call);
        try {
            Fields fields = Fields.of(Json.body(call), Set.of("profile", "since", "changes", "rules"));
            Instant since = fields.optionalTime("since");
            return Json.reply(
                    200,
                    ApprovalViews.dryRun(inbox.dryRun(
                            fields.optionalText("profile", LONGEST),
                            since == null ? Instant.EPOCH : since,
                            changes(fields.node().path("changes")),
                            rules(fields.node().path("rules")))));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private static Map<String, String> changes(JsonNode node) {
        Map<String, String> changes = new TreeMap<>();
        node.properties().forEach(field -> {
            if (!field.getValue().isTextual()) {
                throw new IllegalArgumentException("changes must hold texts");
            }
            changes.put(field.getKey(), field.getValue().textValue());
        });
        return changes;
    }

    private static List<PermissionRule> rules(JsonNode node) {
        List<PermissionRule> rules = new ArrayList<>();
        for (JsonNode rule : node) {
            rules.add(PermissionKeepResource.rule(Fields.of(rule, PermissionKeepResource.FIELDS)));
        }
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException("rules must be at most " + MOST_RULES + ", got " + rules.size());
        }
        return rules;
    }
}
