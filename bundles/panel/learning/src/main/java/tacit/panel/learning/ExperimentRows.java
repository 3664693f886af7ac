package tacit.panel.learning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.LiveComparison;

/** Experiments as rows. Pure functions. */
final class ExperimentRows {

    private ExperimentRows() {}

    static Map<String, Object> row(Experiment experiment) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", experiment.id());
        row.put("title", experiment.proposal().title());
        row.put("state", experiment.state());
        row.put("kind", experiment.proposal().kind());
        row.put("role", experiment.proposal().role());
        row.put("by", experiment.proposal().proposer());
        row.put("createdAt", experiment.createdAt());
        row.put("changedAt", experiment.changedAt());
        Experiment.Trial trial = experiment.trial();
        if (trial != null) {
            row.put("decision", trial.verdict().decision());
            row.put("asked", trial.asked());
            row.put("fixed", trial.verdict().effect().fixed());
            row.put("broken", trial.verdict().effect().broken());
        }
        return row;
    }

    /** Each place that would change, as it stands and as it would become. */
    static List<Map<String, Object>> changes(Experiment experiment) {
        List<Map<String, Object>> rows = new ArrayList<>();
        HarnessChange change = experiment.proposal().change();
        int index = 0;
        for (String place : change.places()) {
            String before = index < experiment.before().size()
                    ? experiment.before().get(index).orElse("")
                    : "";
            index++;
            rows.add(Map.of("place", place, "before", before, "after", wanted(change, place)));
        }
        return rows;
    }

    static Map<String, Object> live(LiveComparison live) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", live.kind());
        row.put("state", live.state());
        row.put("reason", live.reason());
        row.put("startedAt", live.startedAt());
        if (live.share() != null) {
            row.put("share", live.share());
        }
        List<Map<String, Object>> measured = new ArrayList<>();
        live.measured()
                .forEach(one -> measured.add(Map.of(
                        "what",
                                one.measure() == LiveComparison.Measure.OUTCOME
                                        ? "runs that succeeded"
                                        : "runs without the family",
                        "before",
                                one.before().successes() + " of " + one.before().cases(),
                        "after", one.after().successes() + " of " + one.after().cases(),
                        "change", one.change(),
                        "low", one.low(),
                        "high", one.high(),
                        "decision", one.decision())));
        row.put("measured", measured);
        return row;
    }

    private static String wanted(HarnessChange change, String place) {
        if (place.startsWith("role:")) {
            return Objects.requireNonNullElse(change.bundles().get(place.substring("role:".length())), "");
        }
        int colon = place.lastIndexOf(':');
        Map<String, String> settings = change.configurations().get(place.substring(0, colon));
        return settings == null ? "" : settings.getOrDefault(place.substring(colon + 1), "");
    }
}
