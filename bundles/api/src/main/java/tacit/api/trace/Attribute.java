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

    /** On a trace: who saw it, {@code group} or {@code public}; missing for one user alone with the agent. */
    public static final String AUDIENCE = "tacit.audience";

    /** On a trace: the batch of runs that it was imported with. */
    public static final String BATCH = "tacit.batch";

    /** On a span: what kind of thing it looked at, such as {@code screen_context} or {@code file}. */
    public static final String EVIDENCE = "tacit.evidence";

    /** On a span or trace: TRUE where the content is context that Tacit injected; it is never learned from again. */
    public static final String INJECTED = "tacit.injected";

    /** On a trace: the organisation that it was for. */
    public static final String ORG = "tacit.org";

    /** What batches begin with whose runs an experiment had made: they are Tacit's own work, and nothing is learned from them. */
    public static final String BATCH_OF_EXPERIMENT = "experiment/";

    /** On a trace: TRUE where the run is Tacit's own work; it is never mined as work of an agent. */
    public static final String OWN_RUN = "tacit.own_run";

    /** On a trace: the ids of the entries of the playbook that the run used, as a list, or as text with commas between. */
    public static final String PLAYBOOK_USED = "tacit.playbook.used";

    /** The skills of Tacit that the run says it followed: a list of names, or names with commas between. */
    public static final String SKILLS_USED = "tacit.skills.used";

    /** On a trace: what the automation profile watched. */
    public static final String TARGET = "tacit.target";

    /** On a trace: the user's time zone, such as {@code Europe/Berlin}. */
    public static final String TIME_ZONE = "tacit.time_zone";

    /** On a trace: which repeat of the task this run is, a whole number from 0. */
    public static final String TRIAL = "tacit.trial";

    private Attribute() {}
}
