package tacit.learn.mine.facts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tacit.api.trace.Span;
import tacit.learn.mine.reading.AgentRun;
import tacit.learn.mine.reading.CallError;
import tacit.learn.mine.reading.SpanTree;
import tacit.learn.mine.reading.ToolNames;
import tacit.learn.mine.reading.Turn;

/** What failed, how often, and which turn reads the error. */
final class ErrorFacts implements FactFinder {

    @Override
    public void find(AgentRun run, FactSheet sheet) {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Turn> last = new HashMap<>();
        int errors = 0;
        for (Turn turn : run.turns()) {
            Turn before = turn.previousAct();
            SpanFacts facts = sheet.at(turn.span());
            if (before != null && before.error() != null) {
                read(facts, before.error(), errors, turn);
            }
            CallError error = turn.error();
            if (error != null) {
                errors++;
                String key = key(turn, error);
                last.put(key, turn);
                failed(sheet, turn, error, errors, seen.merge(key, 1, Integer::sum));
            } else if (before != null && before.failed()) {
                endOfFailures(before, sheet);
            }
        }
        last.values().forEach(turn -> lastOfItsKind(turn, sheet));
    }

    static String key(Turn turn, CallError error) {
        return ToolNames.requested(turn).stream().sorted().toList() + " " + error.kind();
    }

    private static void read(SpanFacts facts, CallError error, int errors, Turn turn) {
        facts.add(Fact.READS_ERROR);
        facts.note("reads", error.kind().name().toLowerCase(Locale.ROOT));
        facts.measure("reads-errors", errors);
        facts.addIf(!turn.acts().contains(error.span()) && !isTool(error.span()), Fact.READS_CODE_ERROR);
        facts.addIf(turn.failed(), Fact.FAILS_AGAIN);
    }

    private static void failed(FactSheet sheet, Turn turn, CallError error, int errors, int same) {
        state(sheet.at(turn.span()), turn, error, errors, same);
        for (Span call : turn.acts()) {
            if (call.equals(error.span())) {
                state(sheet.at(call), turn, error, errors, same);
            }
        }
    }

    private static void state(SpanFacts facts, Turn turn, CallError error, int errors, int same) {
        Turn before = turn.previousAct();
        facts.add(Fact.FAILED);
        facts.addIf(isTool(error.span()), Fact.FAILED_TOOL);
        facts.addIf(!isTool(error.span()), Fact.FAILED_CODE);
        facts.addIf(before != null && before.failed(), Fact.FAILS_AGAIN);
        facts.addIf(same > 1, Fact.SAME_ERROR);
        facts.note("error", error.kind().name().toLowerCase(Locale.ROOT));
        facts.measure("errors", errors);
        facts.measure("same-errors", same);
    }

    private static void endOfFailures(Turn turn, FactSheet sheet) {
        sheet.at(turn.span()).add(Fact.LAST_OF_FAILURES);
        failedCall(turn, sheet).add(Fact.LAST_OF_FAILURES);
    }

    private static void lastOfItsKind(Turn turn, FactSheet sheet) {
        if (sheet.at(turn.span()).has(Fact.SAME_ERROR)) {
            failedCall(turn, sheet).add(Fact.LAST_SAME_ERROR);
        }
    }

    private static SpanFacts failedCall(Turn turn, FactSheet sheet) {
        CallError error = turn.error();
        return sheet.at(error != null && isTool(error.span()) ? error.span() : turn.span());
    }

    private static boolean isTool(Span span) {
        return SpanTree.isTool(span);
    }
}
