package tacit.surface.gateway.rest.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.guard.GuardCondition;
import tacit.api.guard.GuardRules;
import tacit.api.guard.GuardRules.Origin;
import tacit.api.guard.GuardRules.Rule;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.store.Page;
import tacit.api.store.PageRequest;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Lists the rules about tool calls that are in force, and where they come from. */
@Component
public final class GuardsResource implements HttpResource {

    private final GuardRules rules;

    @Activate
    public GuardsResource(@Reference GuardRules rules) {
        this.rules = rules;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/guards";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query query = Query.paged(call, "learned");
        boolean learned = query.truth("learned", false);
        PageRequest page = query.page();
        List<Rule> all = rules.inForce(call.principal().scope()).stream()
                .filter(rule -> !learned || !rule.hard())
                .toList();
        List<Rule> rows = all.stream().skip(page.offset()).limit(page.limit()).toList();
        return Json.reply(200, Views.page(new Page<>(rows, page.offset(), all.size()), GuardsResource::view));
    }

    private static Map<String, Object> view(Rule rule) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", rule.id());
        fields.put("effect", Views.word(rule.effect()));
        fields.put("hard", rule.hard());
        fields.put("sentence", rule.sentence());
        GuardCondition condition = rule.condition();
        if (condition != null) {
            fields.put("kind", Views.word(condition.kind()));
            fields.put("role", Views.word(condition.role()));
            Views.put(fields, "tool", condition.tool());
            fields.put("parameters", condition.parameters());
        }
        Views.put(fields, "since", rule.since());
        Origin origin = rule.origin();
        if (origin != null) {
            fields.put("experimentId", origin.experimentId());
            fields.put("title", origin.title());
            fields.put("grounds", origin.grounds());
            fields.put("traces", origin.traces());
        }
        return fields;
    }
}
