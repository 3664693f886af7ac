package tacit.surface.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import tacit.api.adapt.Briefing;
import tacit.api.adapt.Estimate;
import tacit.api.adapt.Evolution;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.GenerationSuccess;
import tacit.api.memory.MemoryLearning;
import tacit.api.store.Scope;

/** Commands that say how well learning goes, and what the day brings. */
@Component(
        service = EvolutionCommands.class,
        property = {"osgi.command.scope=tacit", "osgi.command.function=metrics", "osgi.command.function=briefing"})
public final class EvolutionCommands {

    private final Evolution evolution;
    private final MemoryLearning learning;

    @Activate
    public EvolutionCommands(@Reference Evolution evolution, @Reference MemoryLearning learning) {
        this.evolution = evolution;
        this.learning = learning;
    }

    @Descriptor("says how well learning goes: five metrics, and success by generation of the harness")
    public void metrics(
            CommandSession session,
            @Descriptor("what was kept of each day")
                    @Parameter(names = "--history", presentValue = "true", absentValue = "false")
                    boolean history,
            @Descriptor("days of the history to show, up to 366") @Parameter(names = "--limit", absentValue = "30")
                    int limit,
            @Descriptor("whose") @Parameter(names = "--user", absentValue = "") String user,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        Printer printer = new Printer(session);
        Scope scope = new Scope(workspace, Words.optional(user));
        if (history) {
            printer.print(Rows.of(evolution.history(scope, limit), EvolutionCommands::day), json);
            return;
        }
        EvolutionSnapshot now = evolution.snapshot(scope);
        printer.print(Rows.of(now.metrics(), EvolutionCommands::row), json);
        if (!json) {
            printer.line("Overall score " + now.overallScore() + " of 100, day " + now.daysTogether() + ", "
                    + now.tasksCompleted() + " tasks");
        }
        if (!json && !learning.switches().enabled()) {
            printer.line("Learning is switched off: nothing is learnt, and no metrics are kept");
        }
        if (!json && !now.generations().isEmpty()) {
            printer.print(Rows.of(now.generations(), EvolutionCommands::row), false);
        }
    }

    private static Map<String, @Nullable Object> row(EvolutionMetric metric) {
        return Rows.row(
                "metric", metric.id(),
                "value", metric.value(),
                "unit", metric.unit(),
                "trend", Words.lower(metric.trend()),
                "change", metric.change(),
                "share", share(metric.estimate()),
                "detail", metric.detail());
    }

    private static Map<String, @Nullable Object> row(GenerationSuccess generation) {
        return Rows.row(
                "generation", generation.harnessGeneration() == null ? "none" : generation.harnessGeneration(),
                "succeeded", generation.succeeded(),
                "failed", generation.failed(),
                "success", share(generation.estimate()));
    }

    /** A share with its interval, such as {@code 0.67 [0.21, 0.94] of 3, too few}. */
    private static @Nullable String share(@Nullable Estimate estimate) {
        return estimate == null
                ? null
                : String.format(
                        Locale.ROOT,
                        "%.2f [%.2f, %.2f] of %d%s",
                        estimate.share(),
                        estimate.low(),
                        estimate.high(),
                        estimate.sample(),
                        estimate.sufficient() ? "" : ", too few");
    }

    private static Map<String, @Nullable Object> day(EvolutionSnapshot snapshot) {
        List<@Nullable Object> cells = new ArrayList<>(
                List.of("day", snapshot.computedAt().toString().substring(0, 10), "score", snapshot.overallScore()));
        snapshot.metrics().forEach(metric -> {
            cells.add(metric.id());
            cells.add(metric.value());
        });
        return Rows.row(cells.toArray());
    }

    @Descriptor("what somebody should know at the begin of a day")
    public void briefing(
            CommandSession session,
            @Descriptor("such as 2026-03-01; today unless told") @Parameter(names = "--day", absentValue = "")
                    String day,
            @Descriptor("whose") @Parameter(names = "--user", absentValue = "") String user,
            @Descriptor("the workspace") @Parameter(names = "--workspace", absentValue = Scope.DEFAULT_WORKSPACE)
                    String workspace,
            @Descriptor("as JSON") @Parameter(names = "--json", presentValue = "true", absentValue = "false")
                    boolean json) {
        Briefing briefing = evolution.briefing(new Scope(workspace, Words.optional(user)), Words.optional(day));
        Printer printer = new Printer(session);
        if (json) {
            List<String> sections =
                    briefing.sections().stream().map(section -> section.id()).toList();
            printer.print(Rows.row("day", briefing.day(), "sections", sections, "text", briefing.text()), true);
        } else {
            briefing.text().lines().forEach(printer::line);
        }
    }
}
