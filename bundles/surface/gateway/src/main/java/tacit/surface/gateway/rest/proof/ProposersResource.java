package tacit.surface.gateway.rest.proof;

import static tacit.surface.gateway.rest.reply.Views.put;
import static tacit.surface.gateway.rest.reply.Views.time;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.experiment.Proposers;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Shows who proposed what, with the reasons of refusals, and what is left of the day. */
@Component
public final class ProposersResource implements HttpResource {

    private final Proposers proposers;

    @Activate
    public ProposersResource(@Reference Proposers proposers) {
        this.proposers = proposers;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/proposers";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Proposers.Budget budget = proposers.budget();
        Map<String, Object> left = new LinkedHashMap<>();
        left.put("experiments", budget.experiments());
        left.put("cases", budget.cases());
        put(left, "note", budget.note().isEmpty() ? null : budget.note());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(
                "proposers",
                proposers.status(call.principal().scope()).stream()
                        .map(ProposersResource::view)
                        .toList());
        fields.put("leftToday", left);
        return Json.reply(200, fields);
    }

    private static Map<String, Object> view(Proposers.Status status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", status.name());
        fields.put("present", status.present());
        put(fields, "lastAt", time(status.lastAt()));
        fields.put("rounds", status.rounds());
        fields.put("entered", status.entered());
        fields.put("refused", status.refused());
        fields.put("casesAsked", status.casesAsked());
        fields.put("notes", status.notes());
        fields.put(
                "latest", status.latest().stream().map(ProposersResource::fate).toList());
        return fields;
    }

    private static Map<String, Object> fate(Proposers.Fate fate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", fate.title());
        put(fields, "experimentId", fate.experimentId());
        put(fields, "refusal", fate.refusal());
        fields.put("at", fate.at().toString());
        return fields;
    }
}
