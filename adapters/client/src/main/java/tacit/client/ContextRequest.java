package tacit.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an agent is about to do. Immutable; {@link #of} and the withers make one.
 *
 * @param task in the words of the user
 * @param agent the name of the agent
 * @param sessionId the conversation
 * @param userId for whom
 * @param audience who will see the answer: {@code private}, {@code group} or {@code public}; null means private
 * @param channel where it comes from, such as {@code slack}
 * @param taskKey names the same task across runs
 * @param budgetTokens the most tokens that the answer may have; null means Tacit's own default
 */
public record ContextRequest(
        String task,
        @Nullable String agent,
        @Nullable String sessionId,
        @Nullable String userId,
        @Nullable String audience,
        @Nullable String channel,
        @Nullable String taskKey,
        @Nullable Integer budgetTokens) {

    public ContextRequest {
        if (task.isBlank()) {
            throw new IllegalArgumentException("task must not be blank");
        }
    }

    /** For a task, with nothing else known. */
    public static ContextRequest of(String task) {
        return new ContextRequest(task, null, null, null, null, null, null, null);
    }

    /** By this agent, in this conversation, for this user, as far as each is known. */
    public ContextRequest by(@Nullable String agentName, @Nullable String session, @Nullable String user) {
        return new ContextRequest(task, agentName, session, user, audience, channel, taskKey, budgetTokens);
    }

    /** Where the answer will be seen, and by whom. */
    public ContextRequest seenBy(@Nullable String readers, @Nullable String where) {
        return new ContextRequest(task, agent, sessionId, userId, readers, where, taskKey, budgetTokens);
    }

    /** With the name that the task has across runs. */
    public ContextRequest named(@Nullable String key) {
        return new ContextRequest(task, agent, sessionId, userId, audience, channel, key, budgetTokens);
    }

    /** With at most so many tokens. */
    public ContextRequest within(@Nullable Integer tokens) {
        return new ContextRequest(task, agent, sessionId, userId, audience, channel, taskKey, tokens);
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("task", task);
        Fields.put(body, "agent", agent);
        Fields.put(body, "sessionId", sessionId);
        Fields.put(body, "userId", userId);
        Fields.put(body, "audience", audience);
        Fields.put(body, "channel", channel);
        Fields.put(body, "taskKey", taskKey);
        Fields.put(body, "budgetTokens", budgetTokens);
        return body;
    }
}
