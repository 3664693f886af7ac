package tacit.learn.gate.compare;

import java.util.List;
import tacit.api.command.Console;
import tacit.api.gate.Effect;
import tacit.api.gate.Verdict;
import tacit.learn.gate.Figure;

/** A comment for a pull request. */
final class MarkdownReport implements Report {

    /** A comment has a greatest length on every host; beyond this the list is for programs. */
    private static final int MOST_LISTED = 100;

    @Override
    public String write(Comparison comparison, Console console) {
        Verdict verdict = comparison.verdict();
        Effect effect = verdict.effect();
        StringBuilder page = new StringBuilder(2_000);
        page.append("### Tacit: ").append(verdict.decision()).append("\n\n");
        page.append(escaped(verdict.reason())).append("\n\n| | |\n|---|---|\n");
        row(
                page,
                "solved, baseline",
                Figure.percent(effect.before()) + " (" + comparison.baseline().name() + ")");
        row(
                page,
                "solved, candidate",
                Figure.percent(effect.after()) + " (" + comparison.candidate().name() + ")");
        Rows.of(comparison).forEach((label, value) -> row(page, label, value));
        list(page, "Broken", effect.brokenIds());
        list(page, "Fixed", effect.fixedIds());
        return page.toString();
    }

    private static void row(StringBuilder page, String label, String value) {
        page.append("| ").append(label).append(" | ").append(escaped(value)).append(" |\n");
    }

    private static void list(StringBuilder page, String what, List<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        page.append("\n<details><summary>")
                .append(what)
                .append(": ")
                .append(ids.size())
                .append("</summary>\n\n");
        ids.stream()
                .limit(MOST_LISTED)
                .forEach(id -> page.append("- ").append(escaped(id)).append('\n'));
        if (ids.size() > MOST_LISTED) {
            page.append("- and ").append(ids.size() - MOST_LISTED).append(" more\n");
        }
        page.append("\n</details>\n");
    }

    private static String escaped(String text) {
        return Wrapping.printable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|@#])", "\\\\$1");
    }
}
