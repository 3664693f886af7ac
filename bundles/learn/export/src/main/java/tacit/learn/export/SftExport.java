package tacit.learn.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;

/** Writes each run that went well as one conversation. Confined to one thread. */
final class SftExport {

    private final TraceStore traces;
    private final Conversations conversations;
    private final Origin origin;
    private final Choice choice;
    private final Lines lines;
    private final Tally tally;

    SftExport(TraceStore traces, Conversations conversations, Origin origin, Choice choice, Lines lines, Tally tally) {
        this.traces = traces;
        this.conversations = conversations;
        this.origin = origin;
        this.choice = choice;
        this.lines = lines;
        this.tally = tally;
    }

    void run(Runs runs, ExportOptions options) {
        runs.each(options, trace -> {
            tally.run();
            choice.refusal(trace).ifPresentOrElse(tally::left, () -> write(options, trace));
        });
    }

    private void write(ExportOptions options, Trace trace) {
        Optional<RecordedTrace> recorded = traces.find(options.scope(), trace.id());
        if (recorded.isEmpty()) {
            return;
        }
        Conversation conversation = conversations.of(recorded.get());
        if (conversation.deleted()) {
            tally.left(LeftOut.DELETED);
        } else if (!conversation.teaches()) {
            tally.left(LeftOut.NOTHING_SAID);
        } else {
            ObjectNode example = lines.object();
            ArrayNode messages = example.putArray("messages");
            conversation.messages().forEach(messages::add);
            ObjectNode metadata = example.putObject("metadata");
            origin.of(trace, metadata);
            metadata.put("redactions", conversation.secrets());
            lines.write(example, List.of(conversation.messages()), conversation.secrets());
        }
    }
}
