package tacit.surface.agents.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.guard.GuardAnswer;
import tacit.api.guard.GuardEffect;
import tacit.api.http.Reply;
import tacit.api.store.Scope;

/** What is said to events that can be answered; whatever fails, the agent hears nothing and goes on. Thread-safe. */
final class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    /** Agents put longer texts away. */
    private static final int MOST_CHARACTERS = 9_500;

    private final PromptContexts contexts;
    private final ToolDecisions decisions;
    private final boolean canAsk;

    /** @param canAsk whether the agent knows how to ask its user about a call */
    Answering(PromptContexts contexts, ToolDecisions decisions, boolean canAsk) {
        this.contexts = contexts;
        this.decisions = decisions;
        this.canAsk = canAsk;
    }

    /** A context that is on its way. */
    static final class Context {

        private final PromptContexts.Asked asked;
        private final HookEvent event;
        private final OpenSession session;

        private Context(PromptContexts.Asked asked, HookEvent event, OpenSession session) {
            this.asked = asked;
            this.event = event;
            this.session = session;
        }

        /**
         * Waits for it as long as the prompt may.
         *
         * @param shown takes its id and text, where there is something to show
         */
        Reply reply(BiConsumer<String, String> shown) {
            PromptContexts.Given given = asked.await();
            session.late(given == null ? asked : null);
            if (given == null) {
                return HookAnswers.nothing();
            }
            String text = bounded(session.fresh(given.blocks()));
            if (text.isEmpty()) {
                return HookAnswers.nothing();
            }
            shown.accept(given.id(), text);
            return HookAnswers.context(event.name(), text);
        }
    }

    Context context(Scope scope, HookEvent event, OpenSession session) {
        String source = event.text("source");
        if (event.name().equals("SessionStart") && !"resume".equals(source)) {
            session.forgetShown();
        }
        return new Context(contexts.ask(scope, event), event, session);
    }

    /** What a prompt could not wait for, to be told with the result of a call instead; null where there is nothing. */
    static @Nullable Context late(HookEvent event, OpenSession session) {
        PromptContexts.Asked asked = session.takeLate();
        return asked == null ? null : new Context(asked, event, session);
    }

    /** The user's own permissions stand: where nothing speaks against a call, nothing is said. */
    Reply decision(Scope scope, HookEvent event, OpenSession session) {
        try {
            GuardAnswer answer = decisions.decide(scope, event, session.history());
            boolean said = answer.effect() == GuardEffect.DENY || (answer.effect() == GuardEffect.ASK && canAsk);
            return said ? HookAnswers.decision(answer) : HookAnswers.nothing();
        } catch (IllegalStateException | IllegalArgumentException e) {
            log.warn("No decision on a call: {}", e.toString());
            return HookAnswers.nothing();
        }
    }

    /** Whole blocks, as many as fit. */
    private static String bounded(List<String> blocks) {
        List<String> kept = new ArrayList<>();
        int characters = 0;
        for (String block : blocks) {
            characters += block.length() + 2;
            if (characters > MOST_CHARACTERS) {
                break;
            }
            kept.add(block);
        }
        return String.join("\n\n", kept);
    }
}
