package tacit.surface.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import tacit.api.experiment.Arms;
import tacit.api.memory.AssembledContext;
import tacit.api.memory.ContextRequest;
import tacit.api.memory.Contexts;
import tacit.api.memory.MemoryOutcomes;
import tacit.surface.mcp.rpc.Caller;
import tacit.surface.mcp.rpc.Json;
import tacit.surface.mcp.rpc.Message;
import tacit.surface.mcp.rpc.RpcError;

/** The one prompt: who the agent works for, and what it should know of that before a task (L0 and L1). Thread-safe. */
@Component(service = ContextPrompt.class)
public final class ContextPrompt {

    private static final String NAME = "tacit_context";
    private static final String TASK = "task";
    private static final int BUDGET = 2_000;
    private static final int FRAGMENTS_OF_A_SOURCE = 50;
    private static final int LONGEST_TASK = 100_000;

    /** Blocks that lead beyond what is always shown: agents reach that by tools. */
    private static final Set<String> DEEPER = Set.of("recall_hints", "recovery");

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable Arms arms;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable MemoryOutcomes outcomes;

    private final Contexts contexts;
    private final Clock clock;

    @Activate
    public ContextPrompt(@Reference Contexts contexts, @Reference Clock clock) {
        this.contexts = contexts;
        this.clock = clock;
    }

    /** As clients are told of it. */
    ObjectNode list() {
        ObjectNode result = Json.object();
        ObjectNode prompt = result.putArray("prompts")
                .addObject()
                .put("name", NAME)
                .put("title", "What Tacit knows for a task")
                .put(
                        "description",
                        "The memory that a prompt should hold before a task: identity (L0) and the essential story (L1)");
        prompt.putArray("arguments")
                .addObject()
                .put("name", TASK)
                .put("title", "Task")
                .put("description", "what the agent is asked to do")
                .put("required", true);
        return result;
    }

    /**
     * Its text.
     *
     * @throws RpcError when another prompt is asked for, or its argument does not fit
     */
    ObjectNode get(Caller caller, Message request) {
        String name = request.text("name");
        if (!name.equals(NAME)) {
            throw RpcError.params("Unknown prompt: " + RpcError.shortened(name));
        }
        String task = task(request.params().path("arguments"));
        String id = UUID.randomUUID().toString();
        AssembledContext context = Arms.serve(
                arms,
                caller.scope().workspaceId(),
                Arms.unit(null, caller.audience().userId(), caller.sessionId()),
                () -> contexts.context(
                        new ContextRequest(
                                caller.scope().workspaceId(),
                                task,
                                caller.audience(),
                                clock.instant(),
                                FRAGMENTS_OF_A_SOURCE),
                        BUDGET));
        List<AssembledContext.Block> shown = context.blocks().stream()
                .filter(block -> !DEEPER.contains(block.kind()))
                .toList();
        note(caller, id, shown);
        return view(id, shown);
    }

    private static String task(JsonNode arguments) {
        JsonNode task = arguments.path(TASK);
        boolean others = arguments.isObject() && arguments.size() > (task.isMissingNode() ? 0 : 1);
        if (others
                || !task.isTextual()
                || task.textValue().isBlank()
                || task.textValue().length() > LONGEST_TASK) {
            throw RpcError.params("arguments must be task alone, a text of 1 to " + LONGEST_TASK + " characters");
        }
        return task.textValue();
    }

    private void note(Caller caller, String id, List<AssembledContext.Block> blocks) {
        MemoryOutcomes known = outcomes;
        if (known != null) {
            Set<String> shown = new TreeSet<>();
            blocks.forEach(block -> shown.addAll(block.memoryIds()));
            known.shown(caller.scope(), id, shown);
        }
    }

    private static ObjectNode view(String id, List<AssembledContext.Block> blocks) {
        String text = blocks.stream().map(AssembledContext.Block::text).collect(Collectors.joining("\n\n"));
        int tokens = blocks.stream().mapToInt(AssembledContext.Block::tokens).sum();
        ObjectNode result = Json.object().put("description", "What Tacit knows for this task");
        result.putArray("messages")
                .addObject()
                .put("role", "user")
                .putObject("content")
                .put("type", "text")
                .put("text", text.isBlank() ? "Nothing is remembered yet for this task." : text);
        result.putObject("_meta").put("tacit/contextId", id).put("tacit/tokens", tokens);
        return result;
    }
}
