package tacit.bench.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.bench.Bench;
import tacit.learn.gate.BettingTest;
import tacit.learn.gate.StatisticalGate;

/** Measures the gate and the canary: right verdicts, wrong ones without any change, and how much they find. */
public final class GateBench implements Bench {

    private final int simulatedRuns;
    private final int simulatedCanaries;

    public GateBench() {
        this(10_000, 1_000);
    }

    GateBench(int simulatedRuns, int simulatedCanaries) {
        this.simulatedRuns = simulatedRuns;
        this.simulatedCanaries = simulatedCanaries;
    }

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public String usage() {
        return "gate [--input FOLDER]: verdicts, wrong PASSes, the power of the gate, and canaries looked at all the time";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) {
        RecordedBatches batches = RecordedBatches.of(name(), arguments);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put(
                "verdicts",
                NaturalExperiment.ALL.stream()
                        .map(experiment -> verdict(experiment, batches.judge(experiment)))
                        .toList());
        figures.put("aa", controls(batches));
        figures.put("power", new PowerCurve(new StatisticalGate(), simulatedRuns).figures());
        figures.put("canary", new SimulatedCanaries(new BettingTest(), simulatedCanaries).figures());
        return figures;
    }

    private static List<Map<String, Object>> controls(RecordedBatches batches) {
        List<Map<String, Object>> controls = new ArrayList<>();
        controls.add(control("airline, trials dealt two and two", batches.dealt()));
        for (NaturalExperiment experiment : NaturalExperiment.ALL) {
            controls.add(control(experiment.name() + ", arms swapped by coin", batches.swapped(experiment)));
        }
        return controls;
    }

    static Map<String, Object> verdict(NaturalExperiment experiment, Map<String, Object> judged) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", experiment.name());
        row.put("expected", experiment.verdict());
        row.put("got", String.valueOf(judged.get("verdict")));
        return row;
    }

    static Map<String, Object> control(String id, Map<String, Object> measured) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("splits", measured.getOrDefault("seeds", 0));
        row.put("falsePass", measured.getOrDefault("passShare", 1));
        row.put("paired", measured.getOrDefault("pairedShare", 0));
        return row;
    }
}
