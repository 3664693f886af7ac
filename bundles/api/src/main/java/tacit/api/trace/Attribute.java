package tacit.api.trace;

/** The attribute keys that Tacit itself reads, whatever the emitter called them: ingest maps other names to these. */
public final class Attribute {

    public static final String AGENT_NAME = "gen_ai.agent.name";
    public static final String CONVERSATION_ID = "gen_ai.conversation.id";
    public static final String FINISH_REASONS = "gen_ai.response.finish_reasons";
    public static final String INPUT_TOKENS = "gen_ai.usage.input_tokens";
    public static final String OUTPUT_TOKENS = "gen_ai.usage.output_tokens";
    public static final String PROVIDER_NAME = "gen_ai.provider.name";
    public static final String REQUEST_MODEL = "gen_ai.request.model";
    public static final String RESPONSE_ID = "gen_ai.response.id";
    public static final String RESPONSE_MODEL = "gen_ai.response.model";
    public static final String TOOL_CALL_ID = "gen_ai.tool.call.id";
    public static final String TOOL_NAME = "gen_ai.tool.name";

    /** On a trace: the batch of runs that it was imported with. */
    public static final String BATCH = "tacit.batch";

    /** On a span or trace: TRUE where the content is context that Tacit injected; it is never learned from again. */
    public static final String INJECTED = "tacit.injected";

    /** On a trace: TRUE where the run is Tacit's own work; it is never mined as work of an agent. */
    public static final String OWN_RUN = "tacit.own_run";

    /** On a trace: which repeat of the task this run is, a whole number from 0. */
    public static final String TRIAL = "tacit.trial";

    private Attribute() {}
}
