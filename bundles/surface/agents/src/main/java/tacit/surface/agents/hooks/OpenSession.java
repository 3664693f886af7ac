package tacit.surface.agents.hooks;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tacit.api.guard.CallHistory;
import tacit.api.guard.CallStep;

/** What is remembered of a session while it goes on: a lost one costs some repeated context, and nothing else. Thread-safe. */
final class OpenSession {

    private static final int MOST_STEPS = 200;
    private static final int MOST_OPEN = 100;
    private static final int MOST_SHOWN = 500;

    private final Deque<CallStep> steps = new ArrayDeque<>();
    private final Map<String, Instant> begun = new LinkedHashMap<>();
    private final Set<String> shown = new HashSet<>();
    private PromptContexts.@Nullable Asked late;

    synchronized void add(CallStep step) {
        steps.addLast(step);
        if (steps.size() > MOST_STEPS) {
            steps.removeFirst();
        }
    }

    synchronized CallHistory history() {
        return new CallHistory(List.copyOf(steps));
    }

    /** A call of a tool is about to begin. */
    synchronized void begin(String callId, Instant at) {
        if (begun.size() < MOST_OPEN) {
            begun.put(callId, at);
        }
    }

    /** When a call began; null when nobody said. */
    synchronized @Nullable Instant end(String callId) {
        return begun.remove(callId);
    }

    /** Of these texts those that the session has not been shown yet, which counts as showing them. */
    synchronized List<String> fresh(List<String> texts) {
        List<String> fresh = new ArrayList<>();
        for (String text : texts) {
            if (shown.size() < MOST_SHOWN && shown.add(text)) {
                fresh.add(text);
            }
        }
        return fresh;
    }

    /** A context that its prompt could not wait for; null for none. */
    synchronized void late(PromptContexts.@Nullable Asked context) {
        late = context;
    }

    /** The context that a prompt could not wait for, once it is there; null where none is. */
    synchronized PromptContexts.@Nullable Asked takeLate() {
        PromptContexts.Asked known = late;
        if (known == null || !known.isThere()) {
            return null;
        }
        late = null;
        return known;
    }

    /** The agent forgot what it was shown. */
    synchronized void forgetShown() {
        shown.clear();
    }
}
