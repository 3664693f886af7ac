package tacit.surface.mcp.tool;

import tacit.surface.mcp.rpc.Caller;

/** Something that an agent can call. Registered as a service. Thread-safe. */
public interface McpTool {

    /** How it is told of. */
    ToolCard card();

    /** Whether what it asks is switched on. */
    default boolean available() {
        return true;
    }

    /**
     * Does its work.
     *
     * @throws IllegalArgumentException when the arguments are not what it takes, or mean nothing that is there
     */
    ToolReply call(Caller caller, Arguments arguments);
}
