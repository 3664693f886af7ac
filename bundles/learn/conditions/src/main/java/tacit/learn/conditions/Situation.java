package tacit.learn.conditions;

import java.util.ArrayList;
import java.util.List;
import tacit.api.guard.CallStep;
import tacit.api.guard.GuardQuestion;
import tacit.api.guard.ToolCall;
import tacit.api.guard.ToolRole;

/** A call and what its history tells about it, read once for all conditions. Immutable. */
final class Situation {

    private final ToolCall call;
    private final List<CallStep> calls = new ArrayList<>();
    private final List<CallStep> sinceUser = new ArrayList<>();
    private final SaidText said;
    private final SaidText exchange;
    private final String lastOfUser;

    Situation(GuardQuestion question) {
        call = question.call();
        StringBuilder all = new StringBuilder();
        String ofUser = "";
        String ofAgent = "";
        for (CallStep step : question.history().steps()) {
            all.append('\n').append(step.text());
            switch (step.speaker()) {
                case USER -> {
                    ofUser = step.text();
                    sinceUser.clear();
                }
                case AGENT -> ofAgent = step.text();
                case TOOL -> {
                    calls.add(step);
                    sinceUser.add(step);
                }
            }
        }
        said = new SaidText(all);
        exchange = new SaidText(ofAgent + "\n" + ofUser);
        lastOfUser = ofUser;
    }

    ToolCall call() {
        return call;
    }

    ToolRole role() {
        return ToolRoles.of(call);
    }

    boolean unseenValue() {
        return ArgumentValues.of(call).stream().anyMatch(value -> !said.holds(value));
    }

    boolean unagreed() {
        return sinceUser.stream().anyMatch(step -> role(step) == ToolRole.WRITE)
                && ArgumentValues.of(call).stream().anyMatch(value -> SaidText.code(value) && !exchange.holds(value));
    }

    boolean retryWithoutUser() {
        return sinceUser.stream().anyMatch(Results::failed);
    }

    boolean repeated() {
        return calls.stream().anyMatch(this::same);
    }

    boolean repeatedFailure() {
        return calls.stream().anyMatch(step -> same(step) && Results.failed(step));
    }

    boolean afterFailedRead() {
        return calls.stream().anyMatch(step -> role(step) == ToolRole.READ && Results.failed(step));
    }

    boolean afterEmptyRead() {
        return calls.stream().anyMatch(step -> role(step) == ToolRole.READ && Results.empty(step));
    }

    boolean unconfirmed() {
        return !Agreement.in(lastOfUser);
    }

    boolean missing(String tool) {
        return calls.stream().noneMatch(step -> tool(step).equals(tool) && !Results.failed(step));
    }

    private boolean same(CallStep step) {
        ToolCall other = step.call();
        return other != null
                && other.tool().equals(call.tool())
                && other.arguments().equals(call.arguments());
    }

    private static ToolRole role(CallStep step) {
        ToolCall made = step.call();
        return made == null ? ToolRole.READ : ToolRoles.of(made);
    }

    private static String tool(CallStep step) {
        ToolCall made = step.call();
        return made == null ? "" : made.tool();
    }
}
