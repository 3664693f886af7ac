package tacit.memory.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextExplanation;
import tacit.api.memory.LayerPreview;
import tacit.api.memory.LayerRequest;
import tacit.api.memory.MemoryLayers;
import tacit.memory.words.Tokens;

/** Makes a prompt of two layers, and names two more that wait for a tool. Immutable. */
@Component(property = Role.PROPERTY + "=memory-layers")
@Designate(ocd = WakeUpLayers.Config.class)
public final class WakeUpLayers implements MemoryLayers {

    /** What stands in a prompt. */
    @ObjectClassDefinition(name = "Tacit layers of the prompt")
    public @interface Config {

        @AttributeDefinition(name = "Wake-up layers", description = "L0 and L1 apart; off for one combined layer")
        boolean wake_up_layers() default true;

        @AttributeDefinition(name = "Kit", description = "The workspace's kit stands before the memory")
        boolean context_pack_injection() default true;

        @AttributeDefinition(
                name = "Curated memory",
                description = "The hot lane: curated facts, the manual, the user; off leaves out all of it")
        boolean curated_memory() default true;

        @AttributeDefinition(name = "Archive", description = "What is recalled from the archive stands in L1")
        boolean archive_injection() default false;

        @AttributeDefinition(name = "Topic packs", description = "L2 is injected and does not wait for a tool")
        boolean layered_memory() default false;

        @AttributeDefinition(
                name = "Recall hints",
                description = "Names the tools that find more, behind the layers; a combined layer always does")
        boolean recall_hints() default false;

        @AttributeDefinition(name = "Verbatim recall", description = "The tool search_quotes is there to be named")
        boolean verbatim_recall() default true;

        @AttributeDefinition(name = "Session recall", description = "The tool search_sessions is there to be named")
        boolean session_recall() default true;

        @AttributeDefinition(
                name = "Durable context",
                description = "The tools context_grep and context_describe are there to be named")
        boolean durable_context() default false;

        @AttributeDefinition(name = "Topic memory", description = "The tool memory_topics_load is there to be named")
        boolean topic_memory() default true;

        @AttributeDefinition(
                name = "Share of the task",
                description = "How much of the relevance of a fact its words in common with the task decide, in [0, 1]",
                min = "0",
                max = "1")
        double task_share() default 0.4;
    }

    private final Switches switches;

    @Activate
    public WakeUpLayers(Config config) {
        switches = Switches.of(config);
    }

    @Override
    public AssembledContext assemble(LayerRequest request) {
        return new Draft(request, switches).context();
    }

    @Override
    public List<LayerPreview> preview(LayerRequest request) {
        Draft draft = new Draft(request, switches);
        return switches.layered() ? layers(draft) : List.of(combined(draft));
    }

    private List<LayerPreview> layers(Draft draft) {
        Budgets budgets = draft.budgets();
        List<LayerPreview> layers = new ArrayList<>();
        layers.add(layer(
                "L0",
                "Identity",
                joined(Stream.concat(Stream.of(draft.kitBlock(), draft.hotBlock()), draft.howBlocks().stream())),
                budgets.kit() + budgets.hot() + budgets.how(),
                draft.dropped("L0")));
        layers.add(layer(
                "L1",
                "Essential Story",
                joined(Stream.of(draft.structuredBlock())),
                budgets.structured(),
                draft.dropped("L1")));
        String packs = switches.topics() ? "They stand in L1." : "The tool memory_topics_load answers them on request.";
        layers.add(waiting("L2", "Topic Packs", packs, draft.dropped("L2")));
        layers.add(waiting("L3", "Deep Recall", switches.hints().text(), List.of()));
        return layers;
    }

    private LayerPreview combined(Draft draft) {
        AssembledContext context = draft.context();
        Budgets budgets = draft.budgets();
        return layer(
                "combined",
                "Memory",
                context.text(),
                budgets.kit() + budgets.hot() + budgets.structured() + budgets.how(),
                draft.dropped("L0", "L1", "L2"));
    }

    private static LayerPreview layer(
            String id, String title, String text, int budget, List<ContextExplanation.Line> dropped) {
        return new LayerPreview(id, title, text, excluded(dropped), Tokens.of(text), budget, dropped.size(), true);
    }

    private LayerPreview waiting(String id, String title, String text, List<ContextExplanation.Line> dropped) {
        boolean injected = id.equals("L2") && switches.topics();
        return new LayerPreview(id, title, text, excluded(dropped), Tokens.of(text), 0, dropped.size(), injected);
    }

    private static String excluded(List<ContextExplanation.Line> dropped) {
        return dropped.stream()
                .map(line -> line.source() + " " + line.key() + ": " + line.reason())
                .collect(Collectors.joining("\n"));
    }

    private static String joined(Stream<Optional<AssembledContext.Block>> blocks) {
        return blocks.flatMap(Optional::stream)
                .map(AssembledContext.Block::text)
                .collect(Collectors.joining("\n\n"));
    }
}
