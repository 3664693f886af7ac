package tacit.memory.context;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.generation.Trials;
import tacit.api.harness.Role;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextDrafts;
import tacit.api.memory.ContextFragment;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.ExternalMemories;
import tacit.api.memory.LayerPreview;
import tacit.api.memory.LayerRequest;
import tacit.api.memory.MemoryLayers;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.MemorySource;
import tacit.api.memory.MemoryStore;
import tacit.api.memory.Visibility;
import tacit.api.memory.WorkspaceKit;
import tacit.api.recall.RetryAdvice;
import tacit.api.store.Scope;

/** Asks all sources side by side, and lets the active layers make a prompt of what they offer. Thread-safe. */
@Component(service = {Contexts.class, ContextDrafts.class})
@Designate(ocd = AskedContexts.Config.class)
public final class AskedContexts implements Contexts, ContextDrafts {

    /** How long sources are waited for. */
    @ObjectClassDefinition(name = "Tacit contexts")
    public @interface Config {

        @AttributeDefinition(
                name = "Patience",
                description = "How many milliseconds a source may take, in [1, 60000]; a later one is left out",
                min = "1",
                max = "60000")
        int patience_millis() default 1000;
    }

    private static final String KIT = "workspace_kit";
    private static final String STORE = "memory_store";
    private static final String OUTSIDE = "external/";
    private static final int LONGEST_PATIENCE = 60_000;

    /** By name, so that the order in which bundles start never decides. */
    private final Map<String, MemorySource> sources = new ConcurrentSkipListMap<>();

    private final MemoryLayers layers;
    private final WorkspaceKit kit;
    private final MemoryStore memories;
    private final Questions questions;
    private final Uses uses;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable RetryAdvice advice;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable ExternalMemories outside;

    /** Work for a candidate stays with it on the threads that ask. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    public void bindTrials(Trials trials) {
        questions.lead(trials);
    }

    public void unbindTrials(Trials trials) {
        questions.leadNo(trials);
    }

    @Activate
    public AskedContexts(
            @Reference MemoryLayers layers,
            @Reference WorkspaceKit kit,
            @Reference MemoryStore memories,
            Config config) {
        int patience = config.patience_millis();
        if (patience < 1 || patience > LONGEST_PATIENCE) {
            throw new IllegalArgumentException(
                    "patience.millis must be in [1, " + LONGEST_PATIENCE + "], got " + patience);
        }
        this.layers = layers;
        this.kit = kit;
        this.memories = memories;
        this.questions = new Questions(Duration.ofMillis(patience));
        this.uses = new Uses(memories);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addSource(MemorySource source, Map<String, Object> properties) {
        sources.put(name(properties), source);
    }

    public void removeSource(MemorySource source, Map<String, Object> properties) {
        sources.remove(name(properties), source);
    }

    private static String name(Map<String, Object> properties) {
        String role = String.valueOf(properties.get(Role.FACADE));
        return role.substring(role.indexOf('/') + 1);
    }

    @Deactivate
    public void close() {
        questions.close();
        uses.close();
    }

    /** Waits for what nobody else waits for; nothing is asked any more then. */
    void finish() throws InterruptedException {
        questions.finish();
        uses.close();
    }

    @Override
    public AssembledContext context(ContextRequest request, int budget) {
        Offered offered = new Offered();
        Recovery recovery = Recovery.of(questions, advice, request, budget);
        AssembledContext context = layers.assemble(collect(request, budget - recovery.tokens(), offered));
        Set<String> shown = new TreeSet<>();
        context.fragments().forEach(fragment -> shown.addAll(fragment.memoryIds()));
        uses.add(new Scope(request.workspaceId(), request.audience().userId()), shown);
        return recovery.behind(explained(context, offered));
    }

    @Override
    public AssembledContext draft(ContextRequest request, int budget) {
        Offered offered = new Offered();
        return explained(layers.assemble(collect(request, budget, offered)), offered);
    }

    private static AssembledContext explained(AssembledContext context, Offered offered) {
        return new AssembledContext(
                context.text(),
                context.tokens(),
                context.blocks(),
                context.fragments(),
                context.attribution(),
                offered.explained(context.explanation()));
    }

    @Override
    public List<LayerPreview> preview(ContextRequest request, int budget) {
        return layers.preview(collect(request, budget, new Offered()));
    }

    private LayerRequest collect(ContextRequest request, int budget, Offered offered) {
        Map<String, CompletableFuture<Answer<List<ContextFragment>>>> asked = new LinkedHashMap<>();
        sources.forEach(
                (name, source) -> asked.put(name, questions.ask(name, () -> List.copyOf(source.fragments(request)))));
        askOutside(request, asked);
        String kitText = kitOf(request, offered);
        Map<String, Answer<List<ContextFragment>>> answers = new LinkedHashMap<>();
        asked.forEach((name, future) -> answers.put(name, future.join()));
        Admittance admittance = admittance(request, answers.values(), offered);
        answers.forEach((name, answer) -> answer.given()
                .ifPresentOrElse(given -> offered.add(given, admittance), () -> offered.failed(name, answer.reason())));
        return new LayerRequest(request, budget, kitText, new ArrayList<>(offered.fragments()));
    }

    // A store that is late or broken costs the private fragments, and no more of the time than a source
    private Admittance admittance(
            ContextRequest request, Collection<Answer<List<ContextFragment>>> answers, Offered offered) {
        Stream<ContextFragment> fragments =
                answers.stream().flatMap(answer -> answer.given().stream()).flatMap(List::stream);
        List<String> ids = Admittance.asked(request.audience(), fragments);
        if (ids.isEmpty()) {
            return new Admittance(request, List.of());
        }
        Scope scope = new Scope(request.workspaceId(), request.audience().userId());
        Answer<List<MemoryRecord>> known =
                questions.ask(STORE, () -> memories.findAll(scope, ids)).join();
        if (known.given().isEmpty()) {
            offered.failed(STORE, known.reason());
        }
        return new Admittance(request, known.given().orElse(List.of()));
    }

    // Each by itself: one that is late or broken costs what it knows, and nothing of the others
    private void askOutside(
            ContextRequest request, Map<String, CompletableFuture<Answer<List<ContextFragment>>>> asked) {
        ExternalMemories known = outside;
        if (known == null) {
            return;
        }
        for (String id : known.enabled()) {
            String name = OUTSIDE + id;
            asked.put(name, questions.ask(name, () -> List.copyOf(known.prefetch(id, request))));
        }
    }

    // The files of the kit are private: they are for whoever is alone with the agent
    private String kitOf(ContextRequest request, Offered offered) {
        if (!request.audience().maySee(Visibility.PRIVATE)) {
            return "";
        }
        Answer<String> answer = questions.ask(KIT, () -> kit.context(request)).join();
        if (answer.given().isEmpty()) {
            offered.failed(KIT, answer.reason());
        }
        return answer.given().orElse("");
    }
}
