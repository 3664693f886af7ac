package tacit.surface.proxy.trace;

import org.jspecify.annotations.Nullable;
import tacit.api.memory.Audience;
import tacit.api.store.Scope;

/**
 * For whom a model is asked. Immutable.
 *
 * @param scope the workspace and the user; no user where none is known
 * @param agent who asks
 * @param session the conversation; null where nobody names one
 * @param taskKey what names the same task across runs; null for none
 * @param profile the automation profile; null for none
 * @param channel where the answer is read; null for nowhere in particular
 * @param audience who reads it
 */
public record Caller(
        Scope scope,
        String agent,
        @Nullable String session,
        @Nullable String taskKey,
        @Nullable String profile,
        @Nullable String channel,
        Audience.Kind audience) {}
