package tacit.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.listener.ChatModelErrorContext;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.listener.ChatModelRequestContext;
import dev.langchain4j.model.chat.listener.ChatModelResponseContext;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Notes each call of a model in the run of its turn, and ends the run with its answer. Thread-safe. */
final class RunListener implements ChatModelListener {

    private final TacitLangChain4j tacit;
    private final OpenTurns open;
    private final Clock clock;

    RunListener(TacitLangChain4j tacit, OpenTurns open, Clock clock) {
        this.tacit = tacit;
        this.open = open;
        this.clock = clock;
    }

    /** A call that is not over; the listener finds it again among the attributes. */
    private record Call(Turn turn, Instant startedAt) {}

    @Override
    public void onRequest(ChatModelRequestContext context) {
        List<ChatMessage> messages = context.chatRequest().messages();
        Turn turn = open.asking(messages.get(messages.size() - 1));
        Turn found = turn == null ? open.awaiting(messages) : turn;
        Turn current = found == null ? tacit.begin(messages) : found;
        current.run()
                .toolResults(OpenTurns.results(messages).stream()
                        .map(CallFacts::result)
                        .toList());
        context.attributes().put(this, new Call(current, clock.instant()));
    }

    @Override
    public void onResponse(ChatModelResponseContext context) {
        if (call(context.attributes()) instanceof Call call) {
            ChatResponse response = context.chatResponse();
            Turn turn = call.turn();
            CallFacts facts = new CallFacts(turn.run(), context.chatRequest(), context.modelProvider());
            turn.run().modelCall(facts.answered(call.startedAt(), clock.instant(), response));
            if (response.aiMessage().hasToolExecutionRequests()) {
                CallFacts.calls(response.aiMessage()).forEach(tool -> open.await(tool.id(), turn));
            } else {
                open.over(turn);
                turn.run().end(turn.task(), response.aiMessage().text(), null);
            }
        }
    }

    @Override
    public void onError(ChatModelErrorContext context) {
        if (call(context.attributes()) instanceof Call call) {
            Turn turn = call.turn();
            CallFacts facts = new CallFacts(turn.run(), context.chatRequest(), context.modelProvider());
            turn.run().modelCall(facts.failed(call.startedAt(), clock.instant(), context.error()));
            open.over(turn);
            turn.run().end(turn.task(), null, context.error());
        }
    }

    private Object call(Map<Object, Object> attributes) {
        return attributes.getOrDefault(this, "");
    }
}
