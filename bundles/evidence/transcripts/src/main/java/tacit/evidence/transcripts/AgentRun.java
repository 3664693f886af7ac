package tacit.evidence.transcripts;

import org.jspecify.annotations.Nullable;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;

/** The run of the agent of a session, or of an agent that it called. Its end is left open: a session may go on later. */
final class AgentRun extends Step {

    private final String name;
    private final @Nullable String input;

    AgentRun(Step.Place place, String name, @Nullable String input) {
        super(place.id(), place.parentId(), place.position(), place.startedAt());
        this.name = name;
        this.input = input;
    }

    @Override
    Span build() {
        return builder(Operation.INVOKE_AGENT, Operation.INVOKE_AGENT + " " + name)
                .input(input)
                .attribute(Attribute.AGENT_NAME, name)
                .build();
    }
}
