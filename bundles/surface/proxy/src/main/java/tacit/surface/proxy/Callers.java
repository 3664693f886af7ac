package tacit.surface.proxy;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.api.http.Call;
import tacit.api.http.HttpProblem;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;
import tacit.surface.proxy.trace.Caller;
import tacit.surface.proxy.wire.Kind;
import tacit.surface.proxy.wire.RequestScan;
import tacit.surface.proxy.wire.Wire;

/** Finds out for whom a model is asked: by headers, and where they say nothing by the body. Pure functions. */
final class Callers {

    private static final int LONGEST = 400;

    /** What Claude Code says of itself: an account, which is no user of ours, and a session. */
    private static final Pattern CLAUDE_CODE =
            Pattern.compile("user_\\w*_account_[\\w-]*_session_([\\w-]+)|\\{.*\"session_id\"\\s*:\\s*\"([\\w-]+)\".*");

    private Callers() {}

    /**
     * Reads it.
     *
     * @throws HttpProblem 403 for a user outside the token's scope, 400 for an id that cannot be one
     */
    static Caller of(Wire wire, Call call, RequestScan scan) {
        String account = wire.kind() == Kind.ANTHROPIC ? scan.metadata("user_id") : null;
        Matcher code = CLAUDE_CODE.matcher(account == null ? "" : account);
        boolean isCode = code.matches();
        String session = isCode ? first(code.group(1), code.group(2)) : null;
        String user = first(value(call, scan, "subject"), isCode ? null : first(scan.user(), account));
        Scope scope = call.principal().scope();
        return new Caller(
                new Scope(scope.workspaceId(), user(scope, id("x-tacit-subject", user))),
                Objects.requireNonNullElse(
                        id("x-tacit-agent", value(call, scan, "agent")),
                        call.principal().name()),
                id("x-tacit-session", first(value(call, scan, "session"), session)),
                id("x-tacit-task-key", value(call, scan, "task-key")),
                id("x-tacit-profile", value(call, scan, "profile")),
                id("x-tacit-channel", value(call, scan, "channel")),
                audience(value(call, scan, "audience")));
    }

    private static @Nullable String value(Call call, RequestScan scan, String name) {
        Optional<String> header = call.header("x-tacit-" + name).filter(text -> !text.isBlank());
        return header.orElse(scan.metadata("tacit_" + name.replace('-', '_')));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static @Nullable String id(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new HttpProblem(400, name + " must have at most " + LONGEST + " characters and none of control");
        }
        return value.strip();
    }

    // A token of one user asks for that user only: its memory would stand in another one's prompt
    private static @Nullable String user(Scope scope, @Nullable String named) {
        if (scope.userId() == null) {
            return named;
        }
        if (named != null && !named.equals(scope.userId())) {
            throw new HttpProblem(403, "This token is of another user than the request names");
        }
        return scope.userId();
    }

    private static Audience.Kind audience(@Nullable String word) {
        if (word == null) {
            return Audience.Kind.PRIVATE;
        }
        return Arrays.stream(Audience.Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(400, "x-tacit-audience must be private, group or public"));
    }
}
