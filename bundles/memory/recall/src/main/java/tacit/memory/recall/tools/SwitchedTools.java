package tacit.memory.recall.tools;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.recall.RecallAnswer.Failure;
import tacit.api.recall.RecallTool;
import tacit.api.recall.RecallTools;
import tacit.api.recall.ToolAnswer;
import tacit.api.recall.ToolCall;
import tacit.api.recall.ToolDisabledException;
import tacit.api.recall.ToolParameter;

/** Calls the tools that are switched on; a broken one costs its own answer only. Thread-safe. */
@Component(service = RecallTools.class)
@Designate(ocd = SwitchedTools.Config.class)
public final class SwitchedTools implements RecallTools {

    private static final Logger log = LoggerFactory.getLogger(SwitchedTools.class);

    /** Which tools are switched off. */
    @ObjectClassDefinition(name = "Tacit memory tools")
    public @interface Config {

        @AttributeDefinition(name = "Session recall", description = "Whether search_sessions can be called")
        boolean session_recall() default true;

        @AttributeDefinition(name = "Verbatim recall", description = "Whether search_quotes can be called")
        boolean verbatim_recall() default true;

        @AttributeDefinition(name = "Topic memory", description = "Whether memory_topics_load can be called")
        boolean topic_memory() default true;

        @AttributeDefinition(
                name = "Durable context",
                description = "Whether context_grep and context_describe can be called")
        boolean durable_context() default true;

        @AttributeDefinition(
                name = "Progressive recall",
                description = "Whether memory_search_index, memory_timeline and memory_details can be called")
        boolean progressive_recall() default true;

        @AttributeDefinition(name = "Disabled", description = "Names of further tools that cannot be called")
        String[] disabled() default {};
    }

    private final Map<String, RecallTool> tools = new ConcurrentSkipListMap<>();
    private final Set<String> disabled = new TreeSet<>();

    @Activate
    public SwitchedTools(Config config) {
        switchOff(!config.session_recall(), "search_sessions");
        switchOff(!config.verbatim_recall(), "search_quotes");
        switchOff(!config.topic_memory(), "memory_topics_load");
        switchOff(!config.durable_context(), "context_grep", "context_describe");
        switchOff(!config.progressive_recall(), "memory_search_index", "memory_timeline", "memory_details");
        switchOff(true, config.disabled());
    }

    private void switchOff(boolean off, String... names) {
        if (off) {
            disabled.addAll(List.of(names));
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addTool(RecallTool tool) {
        tools.put(tool.name(), tool);
    }

    public void removeTool(RecallTool tool) {
        tools.remove(tool.name(), tool);
    }

    @Override
    public List<RecallTool> list() {
        return tools.values().stream()
                .filter(tool -> !disabled.contains(tool.name()) && available(tool))
                .toList();
    }

    @Override
    public ToolAnswer call(String name, ToolCall call) {
        if (disabled.contains(name)) {
            throw new ToolDisabledException(name);
        }
        RecallTool tool = tools.get(name);
        if (tool == null) {
            throw new IllegalArgumentException("Unknown tool '" + name + "', known are "
                    + list().stream().map(RecallTool::name).toList());
        }
        if (!available(tool)) {
            throw new ToolDisabledException(name);
        }
        check(tool, call);
        try {
            return tool.call(call);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException e) {
            log.warn("Cannot call tool '{}'", name, e);
            return new ToolAnswer(
                    List.of(),
                    List.of(new Failure(name, "It failed with " + e.getClass().getSimpleName())));
        }
    }

    // An edge: of a tool that cannot even say that, the call tells what is wrong
    private static boolean available(RecallTool tool) {
        try {
            return tool.available();
        } catch (RuntimeException e) {
            log.warn("Cannot ask tool '{}' whether it is available", tool.name(), e);
            return true;
        }
    }

    private static void check(RecallTool tool, ToolCall call) {
        Set<String> known = new TreeSet<>();
        for (ToolParameter parameter : tool.parameters()) {
            known.add(parameter.name());
            if (parameter.required() && !call.arguments().containsKey(parameter.name())) {
                throw new IllegalArgumentException(parameter.name() + " must be given");
            }
        }
        if (!known.containsAll(call.arguments().keySet())) {
            throw new IllegalArgumentException(
                    "Tool '" + tool.name() + "' takes " + known + ", there is another argument");
        }
    }
}
