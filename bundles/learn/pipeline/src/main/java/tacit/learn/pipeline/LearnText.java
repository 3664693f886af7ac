package tacit.learn.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tacit.api.command.Console;
import tacit.api.ingest.Refusal;
import tacit.api.learn.ClusterState;
import tacit.api.learn.FailureCluster;
import tacit.api.trace.OutcomeLabel;

/** Writes a summary for a person. */
final class LearnText {

    private static final int TOP = 10;
    private static final int REASONS = 8;
    private static final String FIGURES = "%8s %8s %11s %9s";

    private final Console console;

    LearnText(Console console) {
        this.console = console;
    }

    void write(LearnSummary summary) {
        ImportCounts counts = summary.counts();
        line(
                "Read %,d traces with %,d spans in %.1f s: %,d new, %,d known already, %,d refused",
                counts.read(),
                counts.spans(),
                summary.elapsed().toMillis() / 1000.0,
                counts.fresh(),
                counts.duplicate(),
                counts.refused());
        line("Outcomes: %s", outcomes(counts.outcomes()));
        line(
                "Failures: %,d in %,d clusters; %,d eval cases watch for them",
                summary.failures(), summary.clusters().size(), summary.evalCases());
        clusters(summary.clusters());
        refusals(summary.refused());
    }

    private static String outcomes(Map<OutcomeLabel, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), word(entry.getKey())))
                .collect(Collectors.joining(", "));
    }

    private void clusters(List<FailureCluster> clusters) {
        if (clusters.isEmpty()) {
            return;
        }
        int wide = console.width()
                - String.format(Locale.ROOT, FIGURES, "", "", "", "").length()
                - 1;
        line("");
        console.out()
                .println(padded("What keeps failing", wide)
                        + String.format(Locale.ROOT, FIGURES, "count", "traces", "tokens", "seconds"));
        clusters.stream().limit(TOP).forEach(cluster -> cluster(cluster, wide));
        if (clusters.size() > TOP) {
            line("  … and %,d more: ./tacit shell \"tacit:clusters\"", clusters.size() - TOP);
        }
        line("");
        line("Look closer: ./tacit shell \"tacit:cluster %s\"", clusters.get(0).id());
    }

    private void cluster(FailureCluster cluster, int wide) {
        String mark = cluster.state() == ClusterState.OPEN ? "" : " (" + word(cluster.state()) + ")";
        String figures = String.format(
                Locale.ROOT,
                FIGURES,
                String.format(Locale.ROOT, "%,d", cluster.count()),
                String.format(Locale.ROOT, "%,d", cluster.traces()),
                String.format(Locale.ROOT, "%,d", cluster.impact().tokens()),
                String.format(Locale.ROOT, "%,d", cluster.impact().duration().toSeconds()));
        console.out().println(padded("  " + cluster.title() + mark, wide) + figures);
        console.out()
                .println(cut(
                        "      " + cluster.id() + "  e.g. " + String.join(", ", cluster.examples()), console.width()));
    }

    private void refusals(List<Refusal> refused) {
        if (refused.isEmpty()) {
            return;
        }
        Map<String, List<Refusal>> byReason = new LinkedHashMap<>();
        refused.forEach(refusal -> byReason.computeIfAbsent(refusal.reason(), reason -> new ArrayList<>())
                .add(refusal));
        line("");
        line("Refused %,d:", refused.size());
        byReason.entrySet().stream().limit(REASONS).forEach(entry -> reason(entry.getKey(), entry.getValue()));
        if (byReason.size() > REASONS) {
            line("  … and %,d more reasons: --json lists every one", byReason.size() - REASONS);
        }
    }

    private void reason(String reason, List<Refusal> refused) {
        Refusal first = refused.get(0);
        line("  %,d x %s", refused.size(), reason);
        line("      first: %s, %s", first.file(), first.position());
    }

    private void line(String format, Object... values) {
        console.out().println(String.format(Locale.ROOT, format, values));
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String padded(String text, int width) {
        String cut = cut(text, width);
        return cut + " ".repeat(width - cut.length());
    }

    private static String cut(String text, int width) {
        return text.length() <= width ? text : text.substring(0, width - 1) + "…";
    }
}
