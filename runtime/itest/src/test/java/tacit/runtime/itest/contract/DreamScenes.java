package tacit.runtime.itest.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tacit.api.memory.TrustLane;
import tacit.api.reflect.DreamEntry;
import tacit.api.reflect.DreamEvidence;
import tacit.api.reflect.DreamEvidence.Kind;
import tacit.api.reflect.DreamFate;
import tacit.api.reflect.DreamState;
import tacit.api.reflect.DreamingService;
import tacit.api.reflect.DreamingSituation;

/** What dreaming is asked: about everybody's memories and about a user's, with what was turned down before. */
final class DreamScenes {

    private DreamScenes() {}

    static void dream(DreamingService dreaming, String workspace) {
        dreaming.dream(situation(workspace, null));
        dreaming.dream(situation(workspace, "ada"));
    }

    private static DreamingSituation situation(String workspace, @Nullable String user) {
        return new DreamingSituation(
                workspace,
                user,
                Scenes.NOW,
                "",
                List.of(
                        said(
                                "memory:m1",
                                "Actually the reports go out on Tuesday, not Monday. Follow up on the change."),
                        said("memory:m2", "Never deploy without a second reviewer. The disk alerts are noise."),
                        call("span:t1/a", "SELECT 1 FROM patients", "no such table"),
                        call("span:t1/b", "SELECT 1 FROM patient", null)),
                List.of(new DreamEntry(
                        "c1",
                        "workspace",
                        "project_fact",
                        "Reports go out on Monday",
                        Scenes.NOW.minus(Duration.ofDays(9)),
                        user == null)),
                List.of(new DreamFate(
                        "open_loop|change follow", DreamState.REJECTED, List.of(Kind.OBSERVATION), Scenes.NOW)));
    }

    private static DreamEvidence said(String id, String text) {
        return DreamEvidence.of(id, Kind.OBSERVATION, text, Scenes.NOW.minus(Duration.ofDays(1)), TrustLane.STATEMENT);
    }

    private static DreamEvidence call(String id, String arguments, @Nullable String error) {
        TreeMap<String, String> parts = new TreeMap<>(
                Map.of(DreamEvidence.TRACE, "t1", DreamEvidence.TOOL, "sql", DreamEvidence.ARGUMENTS, arguments));
        if (error != null) {
            parts.put(DreamEvidence.ERROR, error);
        }
        return new DreamEvidence(id, Kind.SPAN, arguments, Scenes.NOW, TrustLane.FOREIGN, parts);
    }
}
