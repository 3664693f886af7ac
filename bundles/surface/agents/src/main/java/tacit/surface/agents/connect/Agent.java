package tacit.surface.agents.connect;

import java.util.List;
import java.util.Locale;

/** An agent that can be connected. */
enum Agent {
    CLAUDE_CODE,
    CODEX;

    private static final List<String> PROMPTS_AND_CALLS = List.of("SessionStart", "UserPromptSubmit", "PreToolUse");
    private static final List<String> ALL = List.of(
            "SessionStart",
            "UserPromptSubmit",
            "PreToolUse",
            "PostToolUse",
            "PostToolUseFailure",
            "SubagentStop",
            "Stop",
            "PreCompact",
            "SessionEnd");

    /** The name on the command line, in paths and of its token. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The events that it calls hooks for, as far as we hear them; what Codex does is told by its telemetry. */
    List<String> events() {
        return this == CLAUDE_CODE ? ALL : PROMPTS_AND_CALLS;
    }

    static Agent of(String label) {
        for (Agent agent : values()) {
            if (agent.label().equals(label)) {
                return agent;
            }
        }
        throw new IllegalArgumentException("the agent must be claude-code or codex, got '" + label + "'");
    }
}
