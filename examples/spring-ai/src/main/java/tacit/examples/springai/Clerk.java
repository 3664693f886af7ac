package tacit.examples.springai;

import java.util.List;
import java.util.Map;
import org.springframework.ai.chat.client.ChatClient;
import org.springframework.ai.chat.client.advisor.MessageChatMemoryAdvisor;
import org.springframework.ai.chat.memory.ChatMemory;
import org.springframework.ai.chat.memory.MessageWindowChatMemory;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatModel;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import tacit.client.TacitClient;
import tacit.client.TacitOptions;
import tacit.springai.TacitAdvisors;
import tacit.springai.TacitChatMemoryRepository;

/** Answers one question of a user: {@code Clerk USER SESSION QUESTION}. */
public final class Clerk {

    private Clerk() {}

    /** Needs no network: it says what it was asked. Put the model of your provider here. */
    private static final ChatModel MODEL = prompt -> new ChatResponse(List.of(new Generation(
            new AssistantMessage("I was asked:\n" + prompt.getContents().strip()))));

    public static void main(String[] arguments) {
        try (TacitClient tacit = new TacitClient(TacitOptions.ofEnvironment(System.getenv()))) {
            MessageWindowChatMemory memory = MessageWindowChatMemory.builder()
                    .chatMemoryRepository(new TacitChatMemoryRepository(tacit, arguments[0]))
                    .build();
            ChatClient clerk = ChatClient.builder(MODEL)
                    .defaultAdvisors(TacitAdvisors.of(tacit, "clerk").all())
                    .defaultAdvisors(MessageChatMemoryAdvisor.builder(memory).build())
                    .build();
            System.out.println(clerk.prompt(arguments[2])
                    .advisors(advisor -> advisor.params(
                            Map.of(TacitAdvisors.USER, arguments[0], ChatMemory.CONVERSATION_ID, arguments[1])))
                    .call()
                    .content());
        }
    }
}
