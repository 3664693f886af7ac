package tacit.api.trace;

/** The operations of spans: values of {@code gen_ai.operation.name}. A span may carry one that is not listed here. */
public final class Operation {

    public static final String CHAT = "chat";
    public static final String CREATE_AGENT = "create_agent";
    public static final String EMBEDDINGS = "embeddings";
    public static final String EXECUTE_TOOL = "execute_tool";
    public static final String GENERATE_CONTENT = "generate_content";
    public static final String INVOKE_AGENT = "invoke_agent";
    public static final String INVOKE_WORKFLOW = "invoke_workflow";
    public static final String RETRIEVAL = "retrieval";
    public static final String TEXT_COMPLETION = "text_completion";

    /** A step that is none of the above, such as a chain or an internal function. */
    public static final String STEP = "step";

    private Operation() {}
}
