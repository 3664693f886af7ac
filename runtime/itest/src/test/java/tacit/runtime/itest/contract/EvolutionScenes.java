package tacit.runtime.itest.contract;

import static tacit.runtime.itest.contract.Scenes.NOW;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tacit.api.adapt.BriefingRequest;
import tacit.api.adapt.DailyBriefing;
import tacit.api.adapt.EvolutionMetric;
import tacit.api.adapt.EvolutionMetricsService;
import tacit.api.adapt.EvolutionSnapshot;
import tacit.api.adapt.StyleHistory;
import tacit.api.adapt.Trend;
import tacit.api.store.Scope;

/** How well learning goes, and what the day brings. */
final class EvolutionScenes {

    private EvolutionScenes() {}

    static void metrics(EvolutionMetricsService metrics, String workspace) {
        Scope all = Scope.ofWorkspace(workspace);
        Scope ada = new Scope(workspace, "ada");
        metrics.computeSnapshot(all, StyleHistory.NONE);
        metrics.keepSnapshot(all, new StyleHistory(3, 1, 2));
        metrics.keepSnapshot(all, new StyleHistory(3, 2, 3));
        metrics.keepSnapshot(ada, new StyleHistory(3, 1, 2));
        metrics.history(all, 9);
        metrics.history(ada, 9);
    }

    static void briefing(DailyBriefing briefing, String workspace) {
        EvolutionMetric growth = new EvolutionMetric(
                EvolutionMetric.KNOWLEDGE_GROWTH, "Knowledge growth", 25, "entities", Trend.IMPROVING, "", null, 5.0);
        EvolutionSnapshot snapshot = new EvolutionSnapshot(NOW, 15, 42, List.of(growth), 63, List.of());
        for (String day : List.of("2026-01-05", "2026-01-06", "2026-01-07")) {
            briefing.brief(new BriefingRequest(
                    Scope.ofWorkspace(workspace), day, snapshot, new TreeMap<>(Map.of("skill proposals", 2L))));
        }
        briefing.brief(new BriefingRequest(new Scope(workspace, "ada"), "2026-01-06", null, new TreeMap<>()));
    }
}
