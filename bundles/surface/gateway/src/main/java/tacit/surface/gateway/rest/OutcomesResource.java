package tacit.surface.gateway.rest;

import java.nio.charset.StandardCharsets;
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
import tacit.api.ingest.IngestReceipt;
import tacit.api.ingest.TraceIngest;
import tacit.api.trace.TraceStore;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Takes statements on how traces turned out, also long after they ended. */
@Component
public final class OutcomesResource implements HttpResource {

    private final TraceIngest ingest;
    private final TraceStore traces;

    @Activate
    public OutcomesResource(@Reference TraceIngest ingest, @Reference TraceStore traces) {
        this.ingest = ingest;
        this.traces = traces;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/outcomes";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        Statements statements =
                Statements.read(Json.body(call), call.principal().scope(), traces);
        IngestReceipt receipt = ingest.ingest(call.principal().scope(), statements.updates());
        Map<Integer, String> rejected = new TreeMap<>(statements.rejected());
        receipt.rejected().forEach(update -> rejected.put(statements.places().get(update.index()), update.reason()));
        long fresh = receipt.accepted().stream()
                .filter(result -> result.newOutcomes() > 0)
                .count();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("accepted", receipt.accepted().size());
        fields.put("new", fresh);
        fields.put(
                "rejected",
                rejected.entrySet().stream()
                        .map(entry -> new Rejected(entry.getKey(), entry.getValue()))
                        .toList());
        if (receipt.accepted().isEmpty()) {
            return refused(fields);
        }
        return Json.reply(200, fields);
    }

    private static Reply refused(Map<String, Object> fields) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", "Bad Request");
        problem.put("status", 400);
        problem.put("detail", "No outcome could be taken; rejected says why");
        problem.putAll(fields);
        return Reply.bytes(400, "application/problem+json", Json.text(problem).getBytes(StandardCharsets.UTF_8));
    }

    /** A statement that was not taken, in the order of its fields in the answer. */
    private record Rejected(int index, String reason) {}
}
