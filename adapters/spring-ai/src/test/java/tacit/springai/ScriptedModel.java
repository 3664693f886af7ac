package tacit.springai;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.metadata.ChatGenerationMetadata;
import org.springframework.ai.chat.metadata.ChatResponseMetadata;
import org.springframework.ai.chat.metadata.DefaultUsage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.chat.prompt.ChatOptions;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.ai.model.tool.ToolCallingChatOptions;
import reactor.core.publisher.Flux;

/** Answers what it was told to, in order, and keeps what it was asked; answers "Done" when nothing is left. */
final class ScriptedModel implements ChatModel {

    final List<Prompt> prompts = new CopyOnWriteArrayList<>();
    private final Deque<Object> script = new ArrayDeque<>();

    ScriptedModel(Object... answers) {
        script.addAll(List.of(answers));
    }

    /** An answer that asks for a tool. */
    static AssistantMessage toolCall(String id, String name, String arguments) {
        return AssistantMessage.builder()
                .content("")
                .toolCalls(List.of(new AssistantMessage.ToolCall(id, "function", name, arguments)))
                .build();
    }

    @Override
    public ChatResponse call(Prompt prompt) {
        prompts.add(prompt);
        Object next = script.isEmpty() ? "Done" : script.poll();
        if (next instanceof RuntimeException failure) {
            throw failure;
        }
        return response(next instanceof AssistantMessage message ? message : new AssistantMessage(next.toString()));
    }

    private static ChatResponse response(AssistantMessage message) {
        ChatGenerationMetadata reason = ChatGenerationMetadata.builder()
                .finishReason(message.hasToolCalls() ? "TOOL_CALLS" : "STOP")
                .build();
        return new ChatResponse(
                List.of(new Generation(message, reason)),
                ChatResponseMetadata.builder()
                        .id("r1")
                        .model("small-1-2026")
                        .usage(new DefaultUsage(11, 4))
                        .build());
    }

    /** The words of an answer one by one. */
    @Override
    public Flux<ChatResponse> stream(Prompt prompt) {
        return Flux.defer(() -> {
            ChatResponse whole = call(prompt);
            AssistantMessage message = whole.getResult().getOutput();
            return message.hasToolCalls()
                    ? Flux.just(whole)
                    : Flux.fromStream(Arrays.stream(message.getText().split("(?<= )"))
                            .map(word -> response(new AssistantMessage(word))));
        });
    }

    @Override
    public ChatOptions getOptions() {
        return ToolCallingChatOptions.builder().model("small-1").build();
    }
}
