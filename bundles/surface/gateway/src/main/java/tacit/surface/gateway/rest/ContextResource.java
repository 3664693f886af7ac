package tacit.surface.gateway.rest;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.access.AccessRole;
import tacit.api.experiment.Arms;
import tacit.api.generation.Generation;
import tacit.api.generation.Generations;
import tacit.api.generation.Trials;
import tacit.api.http.Call;
import tacit.api.http.HttpResource;
import tacit.api.http.Reply;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.MemoryOutcomes;
import tacit.api.model.ModelAnswer;
import tacit.api.model.ModelChoice;
import tacit.api.store.Scope;
import tacit.surface.gateway.rest.reply.Json;
import tacit.surface.gateway.rest.reply.Query;

/** Answers what an agent should know before a task. */
@Component
public final class ContextResource implements HttpResource {

    private static final Logger log = LoggerFactory.getLogger(ContextResource.class);

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Arms arms;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable MemoryOutcomes outcomes;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ModelChoice models;

    private final Contexts contexts;
    private final Clock clock;
    private final @Nullable Generations generations;

    @Activate
    public ContextResource(
            @Reference Contexts contexts,
            @Reference Clock clock,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Generations generations) {
        this.contexts = contexts;
        this.clock = clock;
        this.generations = generations;
    }

    @Override
    public String method() {
        return "POST";
    }

    @Override
    public String path() {
        return "/v1/context";
    }

    @Override
    public Optional<AccessRole> role() {
        return Optional.of(AccessRole.AGENT);
    }

    /** What the arm of the caller says. */
    private record Served(
            AssembledContext context, @Nullable ModelAnswer model) {}

    @Override
    public Reply handle(Call call) {
        Query.none(call);
        ContextQuestion question = ContextQuestion.of(call, clock.instant());
        Served served = served(call, question);
        String id = UUID.randomUUID().toString();
        note(id, question, served.context());
        return Json.reply(200, ContextViews.of(id, served.context(), served.model(), question.budget(), generation()));
    }

    private void note(String id, ContextQuestion question, AssembledContext context) {
        MemoryOutcomes known = outcomes;
        if (known != null) {
            ContextRequest request = question.request();
            Set<String> shown = new TreeSet<>();
            context.blocks().forEach(block -> shown.addAll(block.memoryIds()));
            known.shown(new Scope(request.workspaceId(), request.audience().userId()), id, shown);
        }
    }

    private Served served(Call call, ContextQuestion question) {
        // Who names a trial is led there already
        boolean named = call.header(Trials.HEADER).isPresent();
        return Arms.serve(
                arms,
                question.request().workspaceId(),
                named ? null : question.unit(),
                () -> new Served(context(question), model(question)));
    }

    private AssembledContext context(ContextQuestion question) {
        return question.retains()
                ? contexts.context(question.request(), question.budget())
                : AssembledContext.nothing(ContextExplanation.EMPTY);
    }

    /** Null where nobody can be asked: the agent goes on with its own. */
    private @Nullable ModelAnswer model(ContextQuestion question) {
        ModelChoice choice = models;
        try {
            return choice == null ? null : choice.choose(question.model());
        } catch (RuntimeException e) {
            log.warn("No model was chosen for a context: {}", e.getClass().getName());
            return null;
        }
    }

    private @Nullable Long generation() {
        return generations == null
                ? null
                : generations.active().map(Generation::number).orElse(null);
    }
}
