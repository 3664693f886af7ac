package tacit.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.listener.ChatModelListener;
import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.client.AgentRun;
import tacit.client.Context;
import tacit.client.RunFacts;
import tacit.client.TacitClient;
import tacit.client.TraceIds;

/**
 * Gives the model of an agent what Tacit knows, and tells Tacit what happened. Give {@link #listener} to the chat model and {@code
 * tacit::withContext} to {@code AiServices.chatRequestTransformer}; a model that is called without them passes its requests through
 * {@link #withContext} first. Thread-safe.
 *
 * <p>What Tacit knows stands in the system message of the request alone, so no chat memory keeps it. A turn is one run, whatever calls of
 * the model and of tools it takes.
 */
public final class TacitLangChain4j implements AutoCloseable {

    private static final int MOST_OPEN = 1_000;

    private final TacitClient client;
    private final RunFacts facts;
    private final Clock clock;
    private final TraceIds ids;
    private final OpenTurns open = new OpenTurns(MOST_OPEN);

    /** For an agent of this name. */
    public static TacitLangChain4j of(TacitClient client, String agent) {
        return new TacitLangChain4j(client, RunFacts.of(agent), Clock.systemUTC(), RandomGenerator.getDefault());
    }

    /**
     * For an agent of which more is known.
     *
     * @param facts what holds for all of its turns; the id of the memory becomes the conversation
     * @param random makes the ids of traces; used by one thread at a time
     */
    public TacitLangChain4j(TacitClient client, RunFacts facts, Clock clock, RandomGenerator random) {
        this.client = client;
        this.facts = facts;
        this.clock = clock;
        this.ids = new TraceIds(random);
    }

    /** Tells Tacit of each call of a model, and of the tools between them. */
    public ChatModelListener listener() {
        return new RunListener(this, open, clock);
    }

    /**
     * The request with what Tacit knows of its last user message; unchanged where that is nothing. Asks Tacit once for each turn.
     *
     * @param memoryId the conversation; null where there is none
     */
    public ChatRequest withContext(ChatRequest request, @Nullable Object memoryId) {
        List<ChatMessage> messages = request.messages();
        String session = memoryId == null ? "" : memoryId.toString();
        Turn known = open.awaiting(messages);
        Turn turn = known != null && known.session().equals(session) ? known : asked(session, task(messages));
        open.ask(messages.get(messages.size() - 1), turn);
        return turn.context().isEmpty()
                ? request
                : request.toBuilder()
                        .messages(with(turn.context().text(), messages))
                        .build();
    }

    private Turn asked(String session, String task) {
        RunFacts known = facts.in(session.isEmpty() ? null : session);
        Context context = task.isBlank() ? Context.NONE : client.context(known.request(task));
        Turn turn = begin(known, session, task, context);
        turn.run().context(task, context);
        return turn;
    }

    /** A turn of a request that came without {@link #withContext}. */
    Turn begin(List<ChatMessage> messages) {
        return begin(facts, "", task(messages), Context.NONE);
    }

    private Turn begin(RunFacts known, String session, String task, Context context) {
        synchronized (ids) {
            return new Turn(new AgentRun(client, ids, clock, known), session, task, context);
        }
    }

    private static List<ChatMessage> with(String context, List<ChatMessage> messages) {
        List<ChatMessage> all = new ArrayList<>(messages);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) instanceof SystemMessage system) {
                all.set(i, SystemMessage.from(system.text() + "\n\n" + context));
                return all;
            }
        }
        all.add(0, SystemMessage.from(context));
        return all;
    }

    private static String task(List<ChatMessage> messages) {
        return UserMessage.findLast(messages)
                .map(message -> text(message.contents()))
                .orElse("");
    }

    static String text(List<Content> contents) {
        return contents.stream()
                .filter(TextContent.class::isInstance)
                .map(content -> Objects.requireNonNullElse(((TextContent) content).text(), ""))
                .collect(Collectors.joining("\n"));
    }

    /** Reports the turns that are not over; the client stays open. */
    @Override
    public void close() {
        open.endAll();
    }
}
