package tacit.api.recall;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that an agent can call to look into the memory or to change it. Registered as a service. Thread-safe.
 *
 * <p>Whoever calls one goes through {@link RecallTools}, which knows what is switched off and turns failures into answers.
 */
@ConsumerType
public interface RecallTool {

    /** Its name for agents, such as {@code search_memories}. */
    String name();

    /** What it does, in one sentence. */
    String summary();

    /** What it takes. */
    List<ToolParameter> parameters();

    /** Whether it changes what is remembered. */
    default boolean changes() {
        return false;
    }

    /** Whether what it asks is switched on; while it is not, the tool is neither told of nor called. */
    default boolean available() {
        return true;
    }

    /**
     * Does its work.
     *
     * @throws IllegalArgumentException when the arguments are not what it takes, or mean nothing that is there
     */
    ToolAnswer call(ToolCall call);
}
