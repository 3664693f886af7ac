package tacit.learn.conditions;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tacit.api.guard.ToolCall;
import tacit.api.guard.ToolRole;

/** Tells what a tool does: what the agent declares, or else the verb of its name; what is not known may change things. */
public final class ToolRoles {

    private static final Pattern WORD = Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Set<String> READING = Set.of(
            "analyze",
            "ask",
            "calculate",
            "check",
            "compare",
            "compute",
            "count",
            "describe",
            "detect",
            "diff",
            "download",
            "estimate",
            "explain",
            "fetch",
            "find",
            "get",
            "glob",
            "grep",
            "has",
            "inspect",
            "is",
            "list",
            "load",
            "look",
            "lookup",
            "ls",
            "open",
            "peek",
            "plan",
            "preview",
            "query",
            "read",
            "reflect",
            "resolve",
            "retrieve",
            "scan",
            "search",
            "select",
            "show",
            "stat",
            "summarize",
            "think",
            "validate",
            "verify",
            "view");

    private ToolRoles() {}

    public static ToolRole of(ToolCall call) {
        return call.role() == null ? byName(call.tool()) : call.role();
    }

    /** By the first word of the name, behind the name of a server such as {@code mcp__server__}. */
    public static ToolRole byName(String tool) {
        String name = tool.substring(tool.lastIndexOf("__") < 0 ? 0 : tool.lastIndexOf("__") + 2);
        for (String word : WORD.split(name, -1)) {
            if (!word.isEmpty()) {
                return READING.contains(word.toLowerCase(Locale.ROOT)) ? ToolRole.READ : ToolRole.WRITE;
            }
        }
        return ToolRole.WRITE;
    }
}
