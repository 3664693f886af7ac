package tacit.surface.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tacit.api.experiment.Experiment;
import tacit.api.experiment.ExperimentState;
import tacit.api.experiment.ExperimentStep;
import tacit.api.experiment.HarnessChange;
import tacit.api.experiment.LiveComparison;
import tacit.api.experiment.LiveComparison.Measure;
import tacit.api.experiment.LiveComparison.Measured;
import tacit.api.gate.Power;

/** Experiments as rows for people. Pure functions. */
final class ExperimentView {

    private ExperimentView() {}

    static Map<String, @Nullable Object> row(Experiment experiment) {
        Experiment.@Nullable Trial trial = experiment.trial();
        return Rows.row(
                "id", experiment.id(),
                "state", Words.lower(experiment.state()),
                "role", experiment.proposal().role(),
                "title", experiment.proposal().title(),
                "cases", trial == null ? null : trial.asked(),
                "fixed", trial == null ? null : trial.verdict().effect().fixed(),
                "broken", trial == null ? null : trial.verdict().effect().broken(),
                "by", experiment.proposal().proposer());
    }

    static Map<String, @Nullable Object> details(Experiment experiment) {
        Map<String, @Nullable Object> all = row(experiment);
        all.put("kind", Words.lower(experiment.proposal().kind()));
        all.put("why", experiment.proposal().why());
        all.put("changes", changes(experiment));
        all.put("compared with", "generation " + experiment.baseGeneration());
        all.put("generation", experiment.generation());
        Experiment.@Nullable Trial trial = experiment.trial();
        if (trial != null) {
            all.put(
                    "verdict",
                    trial.verdict().decision() + ": " + trial.verdict().reason());
            all.put("power", power(trial.verdict().power()));
            all.put("cases needed", trial.verdict().casesToDecide());
            all.put("fixed cases", ids(trial.verdict().effect().fixedIds()));
            all.put("broken cases", ids(trial.verdict().effect().brokenIds()));
            all.put("unanswerable", trial.unanswerable() == 0 ? null : trial.unanswerable());
            all.put("quarantined", ids(trial.quarantined()));
            all.put("sandbox", trial.sandbox().isEmpty() ? null : String.join(", ", trial.sandbox()));
        }
        return all;
    }

    private static String power(Power power) {
        return String.format(
                Locale.ROOT, "%.0f %% to find a rise of %.0f points", 100 * power.chance(), 100 * power.effect());
    }

    private static String changes(Experiment experiment) {
        List<String> changes = new ArrayList<>();
        int index = 0;
        HarnessChange change = experiment.proposal().change();
        for (String place : change.places()) {
            String before = experiment.before().get(index++).orElse("(default)");
            changes.add(place + " was " + shortened(before) + ", becomes " + shortened(wanted(change, place)));
        }
        return String.join("; ", changes);
    }

    private static String wanted(HarnessChange change, String place) {
        if (place.startsWith("role:")) {
            return Objects.requireNonNull(change.bundles().get(place.substring("role:".length())));
        }
        int colon = place.lastIndexOf(':');
        return Objects.requireNonNull(
                Objects.requireNonNull(change.configurations().get(place.substring(0, colon)))
                        .get(place.substring(colon + 1)));
    }

    private static String shortened(String value) {
        return value.matches("[0-9a-f]{64}") ? value.substring(0, 12) : "'" + value + "'";
    }

    private static @Nullable String ids(List<String> ids) {
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    static Map<String, @Nullable Object> step(ExperimentStep step) {
        ExperimentState from = step.from();
        return Rows.row(
                "at", step.at(),
                "from", from == null ? null : Words.lower(from),
                "to", step.approval() ? "approved" : Words.lower(step.to()),
                "by", step.by(),
                "reason", step.reason());
    }

    /** Which comparison it is. */
    static String name(LiveComparison live) {
        String share = live.share() == null ? "" : String.format(Locale.ROOT, " (%.0f %%)", 100 * live.share());
        return Words.lower(live.kind()) + share + " of " + live.startedAt();
    }

    /** What live runs say of a change, in words. */
    static String said(LiveComparison live) {
        List<String> said = new ArrayList<>();
        said.add(Words.lower(live.state()) + (live.reason().isEmpty() ? "" : ": " + live.reason()));
        if (!live.state().ended()) {
            live.measured().forEach(measured -> said.add(counted(measured)));
        }
        return String.join("; ", said);
    }

    private static String counted(Measured measured) {
        return String.format(
                Locale.ROOT,
                "%s %d of %d before, %d of %d after, %s",
                measured.measure() == Measure.OUTCOME ? "succeeded" : "without the family",
                measured.before().successes(),
                measured.before().cases(),
                measured.after().successes(),
                measured.after().cases(),
                Words.lower(measured.decision()));
    }
}
