package tacit.learn.export;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Trace;
import tacit.api.trace.TraceStore;

/**
 * Writes pairs of a run that went well and one that failed, of the same task and user, from where they part. Keeps the ids of the
 * newest runs of each task, and reads their messages task by task. Confined to one thread.
 */
final class PreferenceExport {

    /** Runs with a common task and user. */
    private record Task(@Nullable String userId, String key) {}

    /** The newest runs of a task, by id, that may be paired. */
    private record Sides(List<String> good, List<String> bad) {}

    private final TraceStore traces;
    private final Conversations conversations;
    private final Origin origin;
    private final Choice choice;
    private final Lines lines;
    private final Tally tally;
    private final Map<Task, Sides> tasks = new LinkedHashMap<>();

    PreferenceExport(
            TraceStore traces, Conversations conversations, Origin origin, Choice choice, Lines lines, Tally tally) {
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
            choice.refusal(trace).ifPresentOrElse(tally::left, () -> keep(trace, options.pairs()));
        });
        tasks.values().forEach(sides -> pair(options, sides));
    }

    private void keep(Trace trace, int pairs) {
        Task task = new Task(trace.userId(), Objects.requireNonNull(trace.taskKey()));
        Sides sides = tasks.computeIfAbsent(task, fresh -> new Sides(new ArrayList<>(1), new ArrayList<>(1)));
        List<String> side = trace.outcome().label() == OutcomeLabel.SUCCESS ? sides.good() : sides.bad();
        if (side.contains(trace.id())) {
            return;
        }
        if (side.size() < pairs) {
            side.add(trace.id());
        } else {
            tally.left(LeftOut.MORE_PAIRS);
        }
    }

    private void pair(ExportOptions options, Sides sides) {
        if (sides.good().isEmpty() || sides.bad().isEmpty()) {
            int alone = sides.good().size() + sides.bad().size();
            for (int i = 0; i < alone; i++) {
                tally.left(LeftOut.NO_PAIR);
            }
            return;
        }
        int most = Math.max(sides.good().size(), sides.bad().size());
        for (int i = 0; i < most; i++) {
            pair(
                    options,
                    sides.good().get(i % sides.good().size()),
                    sides.bad().get(i % sides.bad().size()));
        }
    }

    private void pair(ExportOptions options, String goodId, String badId) {
        Optional<RecordedTrace> good = traces.find(options.scope(), goodId);
        Optional<RecordedTrace> bad = traces.find(options.scope(), badId);
        if (good.isPresent() && bad.isPresent()) {
            write(good.get().trace(), conversations.of(good.get()), bad.get().trace(), conversations.of(bad.get()));
        }
    }

    private void write(Trace goodTrace, Conversation good, Trace badTrace, Conversation bad) {
        int common = good.common(bad);
        if (good.deleted() || bad.deleted()) {
            tally.left(LeftOut.DELETED);
        } else if (!good.teaches() || !bad.teaches()) {
            tally.left(LeftOut.NOTHING_SAID);
        } else if (common == 0) {
            tally.left(LeftOut.OTHER_PROMPT);
        } else {
            List<ObjectNode> prompt = good.messages().subList(0, common);
            List<ObjectNode> chosen =
                    good.messages().subList(common, good.messages().size());
            List<ObjectNode> rejected =
                    bad.messages().subList(common, bad.messages().size());
            ObjectNode example = lines.object();
            put(example.putArray("prompt"), prompt);
            put(example.putArray("chosen"), chosen);
            put(example.putArray("rejected"), rejected);
            ObjectNode metadata = example.putObject("metadata");
            origin.of(goodTrace, metadata.putObject("chosen"));
            origin.of(badTrace, metadata.putObject("rejected"));
            metadata.put("redactions", good.secrets() + bad.secrets());
            lines.write(example, List.of(prompt, chosen, rejected), good.secrets() + bad.secrets());
        }
    }

    private static void put(ArrayNode into, List<ObjectNode> messages) {
        messages.forEach(into::add);
    }
}
