package tacit.client;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run before it begins. Immutable.
 *
 * @param agent the name of the agent
 * @param sessionId the conversation
 * @param userId for whom
 * @param audience who sees the answers: {@code private}, {@code group} or {@code public}; null means private
 * @param channel where it comes from, such as {@code slack}
 * @param taskKey names the same task across runs
 */
public record RunFacts(
        String agent,
        @Nullable String sessionId,
        @Nullable String userId,
        @Nullable String audience,
        @Nullable String channel,
        @Nullable String taskKey) {

    private static final int LONGEST_TASK = 8_000;

    public RunFacts {
        if (agent.isBlank()) {
            throw new IllegalArgumentException("agent must not be blank");
        }
    }

    /** Of an agent of which nothing else is known. */
    public static RunFacts of(String agent) {
        return new RunFacts(agent, null, null, null, null, null);
    }

    /** In a conversation; null leaves what is known. */
    public RunFacts in(@Nullable String session) {
        return session == null ? this : new RunFacts(agent, session, userId, audience, channel, taskKey);
    }

    /** For a user; null leaves what is known. */
    public RunFacts forUser(@Nullable String user) {
        return user == null ? this : new RunFacts(agent, sessionId, user, audience, channel, taskKey);
    }

    /** With answers that these see, at this place; null leaves what is known. */
    public RunFacts seenBy(@Nullable String readers, @Nullable String where) {
        return new RunFacts(
                agent,
                sessionId,
                userId,
                readers == null ? audience : readers,
                where == null ? channel : where,
                taskKey);
    }

    /** With the name that the task has across runs; null leaves what is known. */
    public RunFacts named(@Nullable String key) {
        return key == null ? this : new RunFacts(agent, sessionId, userId, audience, channel, key);
    }

    /** Asks what this agent should know for a task; of a long one its first 8,000 characters say enough. */
    public ContextRequest request(String task) {
        return ContextRequest.of(task.substring(0, Math.min(task.length(), LONGEST_TASK)))
                .by(agent, sessionId, userId)
                .seenBy(audience, channel)
                .named(taskKey);
    }

    Map<String, Object> attributes() {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("gen_ai.operation.name", "invoke_agent");
        attributes.put("gen_ai.agent.name", agent);
        Fields.put(attributes, "gen_ai.conversation.id", sessionId);
        Fields.put(attributes, "tacit.user", userId);
        Fields.put(attributes, "tacit.audience", audience);
        Fields.put(attributes, "tacit.channel", channel);
        Fields.put(attributes, "tacit.task_key", taskKey);
        return attributes;
    }
}
