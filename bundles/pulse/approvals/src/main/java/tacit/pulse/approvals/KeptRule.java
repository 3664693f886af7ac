package tacit.pulse.approvals;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Scope;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.pulse.guardrails.Acts;

/** The narrowest rule that would have answered a request. */
final class KeptRule {

    private static final int LONGEST = 1_000;

    private KeptRule() {}

    static PermissionRule of(ActionRequest request, boolean allow, Source source) {
        PermissionEffect effect = allow ? PermissionEffect.ALLOW : PermissionEffect.DENY;
        String tool = Acts.tool(request);
        if (has(request, "command")) {
            return rule(effect, Scope.COMMAND_PREFIX, detail(request, "command"), null, source);
        }
        if (has(request, "path")) {
            return rule(effect, Scope.PATH, detail(request, "path"), tool, source);
        }
        if (has(request, "domain") || has(request, "url")) {
            return rule(effect, Scope.DOMAIN, domain(request), tool, source);
        }
        if (has(request, "server")) {
            return rule(effect, Scope.MCP_SERVER, detail(request, "server"), tool, source);
        }
        return rule(effect, Scope.TOOL, tool, null, source);
    }

    private static PermissionRule rule(
            PermissionEffect effect, Scope scope, String pattern, @Nullable String tool, Source source) {
        boolean lines = pattern.lines().count() > 1 && scope == Scope.PATH;
        if (pattern.length() > LONGEST || lines) {
            throw new IllegalStateException("Cannot keep the answer: it is about too much at once");
        }
        return new PermissionRule("new", effect, scope, pattern, tool, source);
    }

    private static boolean has(ActionRequest request, String name) {
        return !detail(request, name).isBlank();
    }

    private static String detail(ActionRequest request, String name) {
        return request.details().getOrDefault(name, "").strip();
    }

    private static String domain(ActionRequest request) {
        String domain = detail(request, has(request, "domain") ? "domain" : "url");
        return domain.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "")
                .replaceFirst("[/?#].*$", "")
                .replaceFirst("^.*@", "")
                .replaceFirst(":\\d*$", "")
                .toLowerCase(Locale.ROOT);
    }
}
