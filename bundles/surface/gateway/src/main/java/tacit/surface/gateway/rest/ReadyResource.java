package tacit.surface.gateway.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import tacit.api.access.AccessRole;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.learn.LearningPipeline;
import tacit.api.store.Database;
import tacit.api.store.StoreException;
import tacit.api.store.Work;
import tacit.api.trace.TraceStore;
import tacit.surface.gateway.rest.reply.Json;

/** Says whether the host can do its work, and if not, why. */
@Component
public final class ReadyResource implements HttpResource {

    private final @Nullable Database database;
    private final @Nullable LearningPipeline pipeline;
    private final @Nullable TraceStore traces;

    @Activate
    public ReadyResource(
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Database database,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    LearningPipeline pipeline,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    TraceStore traces) {
        this.database = database;
        this.pipeline = pipeline;
        this.traces = traces;
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public String path() {
        return "/readyz";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.empty();
    }

    @Override
    public Reply handle(Call call) {
        List<String> reasons = new ArrayList<>();
        if (database == null || !works(database::read)) {
            reasons.add("The database does not answer");
        } else if (!works(database::write)) {
            reasons.add("The database cannot be written");
        }
        if (traces == null) {
            reasons.add("There is no trace store");
        }
        if (pipeline == null) {
            reasons.add("There is no learning pipeline");
        }
        boolean ready = reasons.isEmpty();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", ready ? "ready" : "not ready");
        fields.put("reasons", reasons);
        return Json.reply(ready ? 200 : 503, fields);
    }

    private static boolean works(Function<Work<List<Integer>>, List<Integer>> database) {
        try {
            return !database.apply(session -> session.select("VALUES (1)", row -> 1))
                    .isEmpty();
        } catch (StoreException e) {
            return false;
        }
    }
}
