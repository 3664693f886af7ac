package tacit.surface.gateway.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import tacit.api.access.AccessRole;
import tacit.api.experiment.Arms;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.generation.Trials;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.model.ModelAnswer;
import tacit.api.model.ModelChoice;
import tacit.api.model.ModelPurpose;
import tacit.api.model.ModelQuestion;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Fields;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Answers which model an agent should use. */
@Component
public final class ModelResource implements HttpResource {

    private static final int MAX_ID = ModelQuestion.LONGEST;
    private static final Set<String> FIELDS =
            Set.of("purpose", "agent", "channel", "taskKey", "model", "profileId", "userId", "sessionId");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Arms arms;

    private final ModelChoice models;
    private final @Nullable Generations generations;

    @Activate
    public ModelResource(
            @Reference ModelChoice models,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Generations generations) {
        this.models = models;
        this.generations = generations;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/model";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        try {
            Fields fields = Fields.of(Json.body(call), FIELDS);
            ModelQuestion question = question(fields);
            String unit = unit(call, fields);
            Scope scope = call.principal().scope();
            ModelAnswer answer = Arms.serve(arms, scope.workspaceId(), unit, () -> models.choose(question));
            return Json.reply(200, view(answer));
        } catch (IllegalArgumentException e) {
            throw Query.problem(e);
        }
    }

    private static ModelQuestion question(Fields fields) {
        ModelPurpose purpose = fields.optionalChoice("purpose", ModelPurpose.class);
        return new ModelQuestion(
                purpose == null ? ModelPurpose.AGENT : purpose,
                fields.optionalText("agent", MAX_ID),
                fields.optionalText("channel", MAX_ID),
                fields.optionalText("taskKey", MAX_ID),
                fields.optionalText("model", MAX_ID));
    }

    private static @Nullable String unit(Call call, Fields fields) {
        String profile = fields.optionalText("profileId", MAX_ID);
        String user = ContextQuestion.user(call.principal().scope(), fields.optionalText("userId", MAX_ID));
        String session = fields.optionalText("sessionId", MAX_ID);
        // Who names a trial is led there already
        return call.header(Trials.HEADER).isPresent() ? null : Arms.unit(profile, user, session);
    }

    private Map<String, @Nullable Object> view(ModelAnswer answer) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        if (answer.model() != null) {
            view.put("model", answer.model());
        }
        view.put("chosen", answer.chosen());
        view.put("reason", answer.reason());
        view.put(
                "generation",
                generations == null
                        ? null
                        : generations.active().map(Generation::number).orElse(null));
        return view;
    }
}
