package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.learn.ClusterFilter;
import tacit.api.learn.EvalCases;
import tacit.api.learn.FailureClusters;
import tacit.api.learn.FailureFilter;
import tacit.api.recall.Recall;
import tacit.api.recall.RecallCounts;
import tacit.api.store.PageRequest;
import tacit.api.store.Scope;
import tacit.api.trace.TraceCounts;
import tacit.api.trace.TraceStore;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;
import tacit.surface.gateway.rest.reply.Views;

/** Counts what the scope holds, and how the recalls of the host went. */
@Component
public final class StatsResource implements HttpResource {

    private static final PageRequest ONE = PageRequest.first(1);

    private final TraceStore traces;
    private final FailureClusters clusters;
    private final EvalCases cases;
    private final Recall recall;

    @Activate
    public StatsResource(
            @Reference TraceStore traces,
            @Reference FailureClusters clusters,
            @Reference EvalCases cases,
            @Reference Recall recall) {
        this.traces = traces;
        this.clusters = clusters;
        this.cases = cases;
        this.recall = recall;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/v1/stats";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.READER);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Scope scope = call.principal().scope();
        TraceCounts counts = traces.counts(scope);
        Map<String, Long> outcomes = new TreeMap<>();
        counts.outcomes().forEach((label, count) -> outcomes.put(Views.word(label), count));
        Map<String, String> agents = new TreeMap<>();
        counts.lastStartByAgent().forEach((agent, at) -> agents.put(agent, at.toString()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("traces", counts.traces());
        fields.put("spans", counts.spans());
        fields.put("outcomes", outcomes);
        fields.put("lastStartByAgent", agents);
        fields.put("failures", clusters.failures(scope, FailureFilter.ALL, ONE).total());
        fields.put("clusters", clusters.list(scope, ClusterFilter.ALL, ONE).total());
        fields.put("evalCases", cases.list(scope, ONE).total());
        fields.put("recalls", recalls(recall.counts()));
        return Json.reply(200, fields);
    }

    private static Map<String, Object> recalls(RecallCounts counts) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("queries", counts.queries());
        fields.put("failures", counts.failures());
        fields.put("unavailable", counts.unavailable());
        if (!counts.lastFailure().isEmpty()) {
            fields.put("lastFailure", counts.lastFailure());
        }
        return fields;
    }
}
