package tacit.learn.guards;

import java.util.ArrayList;
import java.util.List;
import tacit.api.guard.CallHistory;
import tacit.api.guard.CallStep;
import tacit.api.guard.GuardQuestion;
import tacit.api.guard.ToolCall;
import tacit.api.trace.Span;
import tacit.api.trace.SpanStatus;

/** Puts the steps of one run in order. Confined to one thread. */
final class HistoryWriter {

    private final List<CallStep> steps = new ArrayList<>();
    private final List<String> ofUser = new ArrayList<>();
    private String held = "";

    void chat(Span span) {
        release();
        List<String> heard = SpanText.ofUser(span.input());
        boolean goesOn =
                heard.size() >= ofUser.size() && heard.subList(0, ofUser.size()).equals(ofUser);
        heard.subList(goesOn ? ofUser.size() : 0, heard.size()).forEach(this::user);
        held = SpanText.ofAgent(span.output());
        if (!SpanText.calls(span.output())) {
            release();
        }
    }

    void tool(Span span) {
        ToolCall call = call(span);
        String output = span.output();
        steps.add(new CallStep(
                CallStep.Speaker.TOOL, output == null ? "" : output, call, span.status() == SpanStatus.ERROR));
    }

    /** The question before this call is made. */
    GuardQuestion question(Span span) {
        return new GuardQuestion(call(span), new CallHistory(steps));
    }

    private static ToolCall call(Span span) {
        return ToolCall.of(span.tool().orElse(span.name()), SpanText.arguments(span.input()));
    }

    CallHistory history() {
        release();
        return new CallHistory(steps);
    }

    private void user(String text) {
        ofUser.add(text);
        steps.add(CallStep.user(text));
    }

    /** What an agent says beside a call reaches the user after the call. */
    private void release() {
        if (!held.isBlank()) {
            steps.add(CallStep.agent(held));
        }
        held = "";
    }
}
