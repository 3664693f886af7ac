package tacit.learn.mine.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.trace.Operation;
import tacit.api.trace.Span;
import tacit.api.trace.SpanEvent;
import tacit.api.trace.SpanStatus;

/** Reads the turns of every agent in a trace, in the order of their model calls. Thread-safe. */
public final class TurnReader {

    private final MessageReader messages = new MessageReader();

    public List<Turn> read(SpanTree tree) {
        Map<String, Turn> latest = new HashMap<>();
        Map<String, List<Span>> acts = actsByCall(tree);
        Set<Span> led = new HashSet<>();
        acts.values().forEach(led::addAll);
        List<Turn> turns = new ArrayList<>();
        for (Span span : tree.spans()) {
            boolean bare = SpanTree.isTool(span) && !led.contains(span);
            if (bare || SpanTree.isModelCall(span)) {
                Span agent = tree.agentOf(span);
                String key = agent == null ? "" : agent.id();
                List<Span> follows = bare ? List.of(span) : acts.getOrDefault(span.id(), List.of());
                Turn turn = turn(tree, span, follows, latest.get(key));
                latest.put(key, turn);
                turns.add(turn);
            }
        }
        return turns;
    }

    /** What each model call led to: calls inside it, and calls beside it up to the next model call. */
    private static Map<String, List<Span>> actsByCall(SpanTree tree) {
        Map<String, List<Span>> acts = new HashMap<>();
        Map<String, String> lastCall = new HashMap<>();
        for (Span span : tree.spans()) {
            Span parent = tree.parent(span);
            String place = parent == null ? "" : parent.id();
            if (SpanTree.isModelCall(span)) {
                lastCall.put(place, span.id());
            } else if (SpanTree.isTool(span) || SpanTree.isAgent(span)) {
                String call = parent != null && SpanTree.isModelCall(parent) ? parent.id() : lastCall.get(place);
                if (call != null) {
                    acts.computeIfAbsent(call, key -> new ArrayList<>()).add(span);
                }
            }
        }
        return acts;
    }

    private Turn turn(SpanTree tree, Span span, List<Span> acts, @Nullable Turn previous) {
        boolean called = SpanTree.isModelCall(span);
        Span step = called ? step(tree, span) : null;
        return new Turn(
                span,
                tree.agentOf(span),
                called ? messages.read(span.input(), "user") : List.of(),
                joined(called ? messages.read(span.output(), "assistant") : List.of()),
                acts,
                step,
                error(span, acts, step),
                result(acts, step),
                previous);
    }

    private static @Nullable Span step(SpanTree tree, Span span) {
        Span parent = tree.parent(span);
        boolean step = parent != null
                && parent.operation().equals(Operation.STEP)
                && tree.agentOf(span) != null
                && tree.isOnlyModelCall(span);
        return step ? parent : null;
    }

    private static Message joined(List<Message> replies) {
        return new Message(
                "assistant",
                replies.stream().map(Message::text).collect(Collectors.joining("\n")),
                replies.stream().flatMap(reply -> reply.calls().stream()).toList());
    }

    private static @Nullable CallError error(Span span, List<Span> acts, @Nullable Span step) {
        if (SpanTree.isModelCall(span) && span.status() == SpanStatus.ERROR) {
            return CallError.of(span, message(span));
        }
        for (Span act : acts) {
            CallError error = errorOf(act);
            if (error != null && error.kind() != ErrorKind.GATED) {
                return error;
            }
        }
        return step != null && step.status() == SpanStatus.ERROR ? CallError.of(step, message(step)) : null;
    }

    /** What failed in a call by its own account: a flag, or a result that is an error message. */
    public static @Nullable CallError errorOf(Span call) {
        if (call.status() == SpanStatus.ERROR || call.errorType() != null) {
            return CallError.of(call, message(call));
        }
        if (!SpanTree.isTool(call) || call.output() == null) {
            return null;
        }
        return ErrorText.in(call.output()).map(text -> CallError.of(call, text)).orElse(null);
    }

    private static String message(Span span) {
        if (span.statusMessage() != null && !span.statusMessage().isBlank()) {
            return span.statusMessage();
        }
        for (SpanEvent event : span.events()) {
            Object text = event.attributes().get("exception.message");
            if (event.name().equals(SpanEvent.EXCEPTION) && text != null) {
                return text.toString();
            }
        }
        return span.output() != null ? span.output() : span.errorType() == null ? "" : span.errorType();
    }

    private static String result(List<Span> acts, @Nullable Span step) {
        if (step != null && step.output() != null) {
            return step.output();
        }
        return acts.stream().map(Span::output).filter(text -> text != null).collect(Collectors.joining("\n"));
    }
}
