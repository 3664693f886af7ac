package tacit.api.autonomy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said once and for all. Immutable.
 *
 * @param id of the rule
 * @param effect what it says
 * @param scope what it looks at
 * @param pattern of that: a tool, a command's beginning, a path's beginning, a domain, an MCP server
 * @param tool which acts alone, such as {@code run_command}; null for all
 * @param source whose word it is, which orders rules that fit equally well
 */
public record PermissionRule(
        String id,
        PermissionEffect effect,
        Scope scope,
        String pattern,
        @Nullable String tool,
        Source source) {

    /** What a rule looks at. */
    public enum Scope {
        TOOL,
        MCP_SERVER,
        COMMAND_PREFIX,
        PATH,
        DOMAIN
    }

    /** Whose word a rule is, the least first. */
    public enum Source {
        LEGACY_BUILTIN,
        LEGACY_GUARDRAILS,
        PROFILE,
        WORKSPACE_MANIFEST,
        WORKSPACE_DB,
        SESSION
    }

    public PermissionRule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(effect, "effect");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(source, "source");
        if (pattern.isBlank()) {
            throw new IllegalArgumentException("pattern must not be blank");
        }
    }
}
