package tacit.learn.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tacit.api.command.Console;
import tacit.api.ingest.Refusal;
import tacit.api.learn.FailureCluster;
import tacit.api.trace.OutcomeLabel;

/** Writes a summary for a person. */
final class LearnText {

    private static final int TOP = 10;
    private static final int REASONS = 8;

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
        line("");
        line("What keeps failing, the costliest first:");
        for (int place = 0; place < Math.min(TOP, clusters.size()); place++) {
            cluster(place + 1, clusters.get(place));
        }
        if (clusters.size() > TOP) {
            line("  … and %,d more: ./tacit shell \"tacit:clusters\"", clusters.size() - TOP);
        }
        line("");
        line("Look closer: ./tacit shell \"tacit:cluster %s\"", clusters.get(0).id());
    }

    private void cluster(int place, FailureCluster cluster) {
        fitted(String.format(Locale.ROOT, "%3d. %s", place, cluster.title()));
        fitted(String.format(
                Locale.ROOT,
                "     %,d times in %,d traces; cost %,d tokens, %,d s; %s",
                cluster.count(),
                cluster.traces(),
                cluster.impact().tokens(),
                cluster.impact().duration().toSeconds(),
                word(cluster.state())));
        fitted("     " + cluster.id() + ", such as " + String.join(", ", cluster.examples()));
    }

    private void fitted(String line) {
        int width = console.width();
        console.out().println(line.length() <= width ? line : line.substring(0, width - 1) + "…");
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
}
