package tacit.surface.mcp.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.access.AccessRole;
import tacit.api.access.Principal;
import tacit.api.http.Call;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.Reach;
import tacit.api.store.Scope;

/**
 * Who calls, for whom, and who will see the answer. Immutable.
 *
 * @param principal who holds the token
 * @param audience who will see the answer
 * @param taskId the run that calls; null where nobody says
 * @param sessionId the conversation; null where nobody says
 * @param client what the client calls itself
 * @param stateless whether it came without a handshake
 */
public record Caller(
        Principal principal,
        Audience audience,
        @Nullable String taskId,
        @Nullable String sessionId,
        String client,
        boolean stateless) {

    private static final int LONGEST = 400;

    public Caller {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(audience, "audience");
    }

    /**
     * Reads who calls: fields of {@code _meta} that begin with {@code tacit/}, or headers that begin with {@code X-Tacit-}.
     *
     * @throws RpcError when a field does not fit, or names another user than the token
     */
    public static Caller of(Call call, Message message, boolean stateless) {
        ObjectNode meta = message.meta();
        Principal principal = call.principal();
        Audience audience = new Audience(
                kind(said(call, meta, "audience")),
                user(principal.scope(), said(call, meta, "userId")),
                said(call, meta, "channel"),
                said(call, meta, "role"),
                truth(said(call, meta, "subAgent")));
        String agent = said(call, meta, "agent");
        JsonNode client = meta.path(Stateless.CLIENT).path("name");
        String name = agent != null
                ? agent
                : client.isTextual() && !client.textValue().isBlank() ? client.textValue() : "mcp";
        return new Caller(
                principal,
                audience,
                said(call, meta, "taskId"),
                said(call, meta, "sessionId"),
                name.length() > LONGEST ? name.substring(0, LONGEST) : name,
                stateless);
    }

    private static @Nullable String said(Call call, ObjectNode meta, String name) {
        JsonNode value = meta.path("tacit/" + name);
        boolean plain = value.isTextual() || value.isBoolean();
        if (!plain && !value.isMissingNode()) {
            throw RpcError.params("tacit/" + name + " must be a text");
        }
        String text = plain ? value.asText() : call.header(header(name)).orElse(null);
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST) {
            throw RpcError.params("tacit/" + name + " must have at most " + LONGEST + " characters");
        }
        return text.strip();
    }

    /** {@code userId} is sent as {@code X-Tacit-User}, {@code subAgent} as {@code X-Tacit-Sub-Agent}. */
    private static String header(String name) {
        String[] words = name.replaceAll("Id$", "").split("(?=[A-Z])", -1);
        StringBuilder header = new StringBuilder("X-Tacit");
        Arrays.stream(words).forEach(word -> header.append('-')
                .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                .append(word.substring(1)));
        return header.toString();
    }

    private static Audience.Kind kind(@Nullable String word) {
        return Arrays.stream(Audience.Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(word == null ? "private" : word))
                .findFirst()
                .orElseThrow(() -> RpcError.params("tacit/audience must be private, group or public"));
    }

    private static boolean truth(@Nullable String word) {
        if (word == null || word.equals("true") || word.equals("false")) {
            return "true".equals(word);
        }
        throw RpcError.params("tacit/subAgent must be true or false");
    }

    private static @Nullable String user(Scope scope, @Nullable String named) {
        if (scope.userId() != null && named != null && !named.equals(scope.userId())) {
            throw RpcError.params("This token is of another user than tacit/userId names");
        }
        return scope.userId() == null ? named : scope.userId();
    }

    /** What is looked at: the workspace of the token, and the user whom it serves. */
    public Scope scope() {
        return new Scope(principal.scope().workspaceId(), audience.userId());
    }

    /** Whether a memory may be shown: to its audience, and one of a user to that user alone. */
    public boolean maySee(MemoryRecord memory) {
        return audience.maySee(memory.visibility())
                && (memory.scope().reach() != Reach.USER || memory.scope().id().equals(audience.userId()));
    }

    /** Whether all that people did in the scope may be shown, and not only what serves the caller's own work. */
    public boolean reads() {
        return principal.role().includes(AccessRole.READER) || principal.scope().userId() != null;
    }
}
