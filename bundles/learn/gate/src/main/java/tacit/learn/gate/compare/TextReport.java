package tacit.learn.gate.compare;

import java.util.List;
import tacit.api.command.Console;
import tacit.api.gate.Decision;
import tacit.api.gate.Effect;
import tacit.api.gate.Verdict;
import tacit.learn.gate.Figure;

/** A page for the terminal: the verdict, the two solved shares as bars, the figures, and what broke. */
final class TextReport implements Report {

    private static final int LABEL = 27;
    private static final int MOST_LISTED = 10;
    private static final int LONGEST_BAR = 50;

    @Override
    public String write(Comparison comparison, Console console) {
        Verdict verdict = comparison.verdict();
        Effect effect = verdict.effect();
        StringBuilder page = new StringBuilder(2_000);
        page.append(headline(verdict, console)).append("\n\n");
        bar(page, "baseline", effect.before(), comparison.baseline().name(), console);
        bar(page, "candidate", effect.after(), comparison.candidate().name(), console);
        page.append('\n');
        Rows.of(comparison).forEach((label, value) -> row(page, label, value, console.width()));
        list(page, "broken", effect.brokenIds(), console.width());
        return page.toString();
    }

    private static String headline(Verdict verdict, Console console) {
        String decision = verdict.decision().name();
        String text = Wrapping.indented(decision + "  " + verdict.reason(), console.width(), decision.length() + 2);
        return console.terminal()
                ? colour(verdict.decision()) + decision + "\u001b[0m" + text.substring(decision.length())
                : text;
    }

    private static String colour(Decision decision) {
        return switch (decision) {
            case PASS -> "\u001b[1;32m";
            case FAIL -> "\u001b[1;31m";
            case INCONCLUSIVE -> "\u001b[1;33m";
        };
    }

    private static void bar(StringBuilder page, String arm, double share, String name, Console console) {
        int length = Math.min(LONGEST_BAR, (console.width() - 24) / 2);
        int full = (int) Math.round(share * length);
        String line = String.format("  %-10s %7s  ", arm, Figure.percent(share)) + "█".repeat(full)
                + "░".repeat(length - full) + "  " + name;
        page.append(Wrapping.cut(line, console.width())).append('\n');
    }

    private static void row(StringBuilder page, String label, String value, int width) {
        String line = String.format("  %-" + LABEL + "s", label) + value;
        page.append(Wrapping.indented(line, width, LABEL + 2)).append('\n');
    }

    private static void list(StringBuilder page, String what, List<String> ids, int width) {
        if (ids.isEmpty()) {
            return;
        }
        page.append("\n  ").append(what).append('\n');
        ids.stream().limit(MOST_LISTED).forEach(id -> page.append(Wrapping.cut("    " + Wrapping.printable(id), width))
                .append('\n'));
        if (ids.size() > MOST_LISTED) {
            page.append("    and ").append(ids.size() - MOST_LISTED).append(" more: --json lists all\n");
        }
    }
}
