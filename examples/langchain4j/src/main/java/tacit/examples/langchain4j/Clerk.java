package tacit.examples.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.MemoryId;
import dev.langchain4j.service.UserMessage;
import java.time.Clock;
import java.util.List;
import java.util.random.RandomGenerator;
import tacit.client.RunFacts;
import tacit.client.TacitClient;
import tacit.client.TacitOptions;
import tacit.langchain4j.TacitChatMemoryStore;
import tacit.langchain4j.TacitLangChain4j;

/** Answers one question of a user: {@code Clerk USER SESSION QUESTION}. */
public interface Clerk {

    String ask(@MemoryId String session, @UserMessage String question);

    /** Needs no network: it says what it was asked. Put the model of your provider here, with the listener. */
    record Model(List<ChatModelListener> listeners) implements ChatModel {
        @Override
        public ChatResponse doChat(ChatRequest request) {
            AiMessage answer = AiMessage.from("I was asked:\n" + request.messages());
            return ChatResponse.builder().aiMessage(answer).build();
        }
    }

    static void main(String[] arguments) {
        RunFacts facts = RunFacts.of("clerk").forUser(arguments[0]);
        try (TacitClient client = new TacitClient(TacitOptions.ofEnvironment(System.getenv()));
                TacitLangChain4j tacit =
                        new TacitLangChain4j(client, facts, Clock.systemUTC(), RandomGenerator.getDefault())) {
            TacitChatMemoryStore store = new TacitChatMemoryStore(client, arguments[0]);
            Clerk clerk = AiServices.builder(Clerk.class)
                    .chatModel(new Model(List.of(tacit.listener())))
                    .chatMemoryProvider(id -> MessageWindowChatMemory.builder()
                            .id(id)
                            .maxMessages(20)
                            .chatMemoryStore(store)
                            .build())
                    .chatRequestTransformer(tacit::withContext)
                    .build();
            System.out.println(clerk.ask(arguments[1], arguments[2]));
        }
    }
}
