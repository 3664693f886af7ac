package tacit.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers what it was told to, in order, and keeps what it was asked; answers "Done" when nothing is left. */
final class ScriptedModel implements ChatModel {

    final List<ChatRequest> requests = new CopyOnWriteArrayList<>();
    private final Deque<Object> script = new ArrayDeque<>();
    private final List<ChatModelListener> listeners;

    ScriptedModel(ChatModelListener listener, Object... answers) {
        listeners = List.of(listener);
        script.addAll(List.of(answers));
    }

    static AiMessage toolCall(String id, String name, String arguments) {
        return AiMessage.from(ToolExecutionRequest.builder()
                .id(id)
                .name(name)
                .arguments(arguments)
                .build());
    }

    @Override
    public ChatResponse doChat(ChatRequest request) {
        requests.add(request);
        Object next = script.isEmpty() ? "Done" : script.poll();
        if (next instanceof RuntimeException failure) {
            throw failure;
        }
        AiMessage answer = next instanceof AiMessage message ? message : AiMessage.from(next.toString());
        return ChatResponse.builder()
                .aiMessage(answer)
                .id("r1")
                .modelName("small-1-2026")
                .tokenUsage(new TokenUsage(11, 4))
                .finishReason(answer.hasToolExecutionRequests() ? FinishReason.TOOL_EXECUTION : FinishReason.STOP)
                .build();
    }

    @Override
    public ChatRequestParameters defaultRequestParameters() {
        return ChatRequestParameters.builder().modelName("small-1").build();
    }

    @Override
    public List<ChatModelListener> listeners() {
        return listeners;
    }
}
