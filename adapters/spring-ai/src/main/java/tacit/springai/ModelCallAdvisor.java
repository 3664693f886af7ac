package tacit.springai;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientMessageAggregator;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.core.Ordered;
import reactor.core.publisher.Flux;
import tacit.client.AgentRun;
import tacit.client.ModelCall.ToolResult;

/** Notes each call of the model in the run that its request belongs to; others pass. Thread-safe. */
final class ModelCallAdvisor implements CallAdvisor, StreamAdvisor {

    /** Beside the model, so within the loop that calls tools. */
    static final int ORDER = Ordered.LOWEST_PRECEDENCE - 100;

    private final Clock clock;

    ModelCallAdvisor(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String getName() {
        return "Tacit model calls";
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
        AgentRun run = run(request);
        Instant start = clock.instant();
        try {
            ChatClientResponse response = chain.nextCall(request);
            note(run, request, start, response, null);
            return response;
        } catch (RuntimeException e) {
            note(run, request, start, null, e);
            throw e;
        }
    }

    @Override
    public Flux<ChatClientResponse> adviseStream(ChatClientRequest request, StreamAdvisorChain chain) {
        return Flux.defer(() -> {
            AgentRun run = run(request);
            if (run == null) {
                return chain.nextStream(request);
            }
            Instant start = clock.instant();
            Flux<ChatClientResponse> answers =
                    chain.nextStream(request).doOnError(e -> note(run, request, start, null, e));
            return new ChatClientMessageAggregator()
                    .aggregateChatClientResponse(answers, whole -> note(run, request, start, whole, null));
        });
    }

    private static @Nullable AgentRun run(ChatClientRequest request) {
        if (!(request.context().get(TacitAdvisors.RUN) instanceof AgentRun run)) {
            return null;
        }
        run.toolResults(request.prompt().getInstructions().stream()
                .filter(ToolResponseMessage.class::isInstance)
                .flatMap(message -> results(message).stream())
                .toList());
        return run;
    }

    private static List<ToolResult> results(Message message) {
        return ((ToolResponseMessage) message)
                .getResponses().stream()
                        .map(response -> new ToolResult(response.id(), response.name(), response.responseData(), false))
                        .toList();
    }

    private void note(
            @Nullable AgentRun run,
            ChatClientRequest request,
            Instant start,
            @Nullable ChatClientResponse response,
            @Nullable Throwable failure) {
        if (run != null) {
            run.modelCall(new CallFacts(run, request.prompt())
                    .call(start, clock.instant(), response == null ? null : response.chatResponse(), failure));
        }
    }
}
