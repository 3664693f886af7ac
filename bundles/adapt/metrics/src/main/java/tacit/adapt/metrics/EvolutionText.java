package tacit.adapt.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tacit.api.adapt.BriefingSection;
import tacit.api.adapt.BriefingSection.Line;
import tacit.api.adapt.BriefingSection.Status;
import tacit.api.adapt.DailyBriefing;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.Trend;

/** A snapshot in words: a heading, a line for each metric that begins with its trend, and the overall score. */
final class EvolutionText {

    /** The style says nothing of an agent that never ran. */
    private static final Set<String> WORTH_TELLING = Set.of(
            EvolutionMetric.KNOWLEDGE_GROWTH,
            EvolutionMetric.TASK_SUCCESS_RATE,
            EvolutionMetric.ADAPTATION_VELOCITY,
            EvolutionMetric.CORRECTION_RATE);

    private EvolutionText() {}

    static boolean worthTelling(EvolutionSnapshot snapshot) {
        return snapshot.metrics().stream()
                .anyMatch(metric -> WORTH_TELLING.contains(metric.id()) && metric.value() > 0);
    }

    static BriefingSection section(EvolutionSnapshot snapshot) {
        List<Line> lines = new ArrayList<>();
        lines.add(
                new Line(Status.INFO, "Day " + snapshot.daysTogether() + ", " + snapshot.tasksCompleted() + " tasks"));
        snapshot.metrics().forEach(metric -> lines.add(new Line(status(metric.trend()), line(metric))));
        lines.add(new Line(Status.INFO, "Overall score: " + snapshot.overallScore() + "/100"));
        return new BriefingSection(DailyBriefing.EVOLUTION, "Evolution metrics", lines);
    }

    private static String line(EvolutionMetric metric) {
        return mark(metric.trend()) + " " + metric.label() + ": " + amount(metric) + " \u2014 " + metric.detail();
    }

    private static String amount(EvolutionMetric metric) {
        String value = metric.value() == Math.rint(metric.value())
                ? String.valueOf((long) metric.value())
                : String.format(Locale.ROOT, "%.1f", metric.value());
        boolean word =
                !metric.unit().isEmpty() && Character.isLetter(metric.unit().charAt(0));
        return value + (word ? " " : "") + metric.unit();
    }

    private static String mark(Trend trend) {
        return switch (trend) {
            case IMPROVING -> "[+]";
            case STABLE -> "[=]";
            case DECLINING -> "[-]";
        };
    }

    private static Status status(Trend trend) {
        return switch (trend) {
            case IMPROVING -> Status.COMPLETED;
            case STABLE -> Status.INFO;
            case DECLINING -> Status.FAILED;
        };
    }
}
