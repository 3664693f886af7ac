package tacit.springai;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.chat.client.advisor.api.Advisor;
import org.springframework.ai.chat.memory.ChatMemory;
import tacit.client.AgentRun;
import tacit.client.RunFacts;
import tacit.client.TacitClient;
import tacit.client.TraceIds;

/**
 * Makes the advisors of one agent; give {@link #all} to its {@code ChatClient}. Thread-safe.
 *
 * <p>The first stands outside of memory and tools: it asks Tacit what the agent should know, puts that into the system message, and
 * reports the run when it is over. The last stands beside the model and notes each call, its tools and tokens. Parameters of a request
 * say more: {@link ChatMemory#CONVERSATION_ID}, {@link #USER}, {@link #AUDIENCE}, {@link #CHANNEL}, {@link #TASK_KEY}.
 */
public final class TacitAdvisors {

    /** The parameter that says for whom a request is. */
    public static final String USER = "tacit.user";

    /** The parameter that says who will see the answer: {@code private}, {@code group} or {@code public}. */
    public static final String AUDIENCE = "tacit.audience";

    /** The parameter that says where a request comes from, such as {@code slack}. */
    public static final String CHANNEL = "tacit.channel";

    /** The parameter that names the same task across runs. */
    public static final String TASK_KEY = "tacit.task_key";

    /** Under this name the context of a response holds the id of its trace: outcomes and feedback name it. */
    public static final String TRACE_ID = "tacit.trace_id";

    /** Under this name the context of a request holds its run. */
    static final String RUN = "tacit.run";

    private final TacitClient client;
    private final RunFacts facts;
    private final Clock clock;
    private final TraceIds ids;

    /** For an agent of this name. */
    public static TacitAdvisors of(TacitClient client, String agent) {
        return new TacitAdvisors(client, RunFacts.of(agent), Clock.systemUTC(), RandomGenerator.getDefault());
    }

    /**
     * For an agent of which more is known.
     *
     * @param facts what holds for all of its requests, unless their parameters say otherwise
     * @param random makes the ids of traces; used by one thread at a time
     */
    public TacitAdvisors(TacitClient client, RunFacts facts, Clock clock, RandomGenerator random) {
        this.client = client;
        this.facts = facts;
        this.clock = clock;
        this.ids = new TraceIds(random);
    }

    /** All advisors; each works only beside the others. */
    public List<Advisor> all() {
        return List.of(new RunAdvisor(this, client), new ModelCallAdvisor(clock));
    }

    RunFacts facts(Map<String, Object> parameters) {
        return facts.in(text(parameters, ChatMemory.CONVERSATION_ID))
                .forUser(text(parameters, USER))
                .seenBy(text(parameters, AUDIENCE), text(parameters, CHANNEL))
                .named(text(parameters, TASK_KEY));
    }

    private static @Nullable String text(Map<String, Object> parameters, String name) {
        Object value = parameters.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    AgentRun begin(RunFacts known) {
        synchronized (ids) {
            return new AgentRun(client, ids, clock, known);
        }
    }
}
