package tacit.springai;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.ChatClientRequest;
import org.springframework.ai.chat.client.ChatClientResponse;
import org.springframework.ai.chat.client.advisor.api.CallAdvisor;
import org.springframework.ai.chat.client.advisor.api.CallAdvisorChain;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisor;
import org.springframework.ai.chat.client.advisor.api.StreamAdvisorChain;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.prompt.Prompt;
import org.springframework.core.Ordered;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tacit.client.AgentRun;
import tacit.client.Context;
import tacit.client.RunFacts;
import tacit.client.TacitClient;

/** Puts what Tacit knows into the prompt, and reports the run when it is over. Thread-safe. */
final class RunAdvisor implements CallAdvisor, StreamAdvisor {

    /** Outside of chat memory and of the loop that calls tools. */
    static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 100;

    private final TacitAdvisors advisors;
    private final TacitClient client;

    RunAdvisor(TacitAdvisors advisors, TacitClient client) {
        this.advisors = advisors;
        this.client = client;
    }

    /** What a request becomes. */
    private record Turn(AgentRun run, String task, ChatClientRequest request) {

        void end(CharSequence answer, @Nullable Throwable failure) {
            run.end(task, answer.toString(), failure);
        }
    }

    @Override
    public String getName() {
        return "Tacit";
    }

    @Override
    public int getOrder() {
        return ORDER;
    }

    @Override
    public ChatClientResponse adviseCall(ChatClientRequest request, CallAdvisorChain chain) {
        Turn turn = begin(request);
        ChatClientResponse response = null;
        Throwable failure = null;
        try {
            response = chain.nextCall(turn.request());
            return response;
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            turn.run().end(turn.task(), response == null ? null : text(response.chatResponse()), failure);
        }
    }

    @Override
    public Flux<ChatClientResponse> adviseStream(ChatClientRequest request, StreamAdvisorChain chain) {
        return Flux.defer(() -> {
                    Turn turn = begin(request);
                    StringBuilder answer = new StringBuilder();
                    return chain.nextStream(turn.request())
                            .doOnNext(response -> answer.append(text(response.chatResponse())))
                            .doOnComplete(() -> turn.end(answer, null))
                            .doOnCancel(() -> turn.end(answer, null))
                            .doOnError(e -> turn.end(answer, e));
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Turn begin(ChatClientRequest request) {
        String task =
                Objects.requireNonNullElse(request.prompt().getUserMessage().getText(), "");
        RunFacts facts = advisors.facts(request.context());
        AgentRun run = advisors.begin(facts);
        Context context = task.isBlank() ? Context.NONE : client.context(facts.request(task));
        run.context(task, context);
        ChatClientRequest advised = request.mutate()
                .prompt(withContext(request.prompt(), context.text()))
                .context(TacitAdvisors.RUN, run)
                .context(TacitAdvisors.TRACE_ID, run.traceId())
                .build();
        return new Turn(run, task, advised);
    }

    private static Prompt withContext(Prompt prompt, String context) {
        if (context.isEmpty()) {
            return prompt;
        }
        return prompt.augmentSystemMessage(system -> {
            String own = Objects.requireNonNullElse(system.getText(), "");
            return system.mutate()
                    .text(own.isEmpty() ? context : own + "\n\n" + context)
                    .build();
        });
    }

    static String text(@Nullable ChatResponse response) {
        if (response == null || response.getResult() == null) {
            return "";
        }
        String text = response.getResult().getOutput().getText();
        return text == null ? "" : text;
    }
}
