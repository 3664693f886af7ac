package tacit.bench.gate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tacit.bench.Bench;

/** Compares recorded batches with a known verdict, and baselines with themselves. */
public final class CompareBench implements Bench {

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String usage() {
        return "compare [--input FOLDER]: verdicts on recorded harness changes, and wrong PASSes without any change";
    }

    @Override
    public Map<String, Object> run(List<String> arguments) {
        RecordedBatches batches = RecordedBatches.of(name(), arguments);
        Map<String, Object> rows = new LinkedHashMap<>();
        Map<String, Object> swaps = new LinkedHashMap<>();
        int right = 0;
        for (NaturalExperiment experiment : NaturalExperiment.ALL) {
            Map<String, Object> row = batches.judge(experiment);
            right += experiment.verdict().equals(row.get("verdict")) ? 1 : 0;
            rows.put(experiment.name(), row);
            swaps.put(experiment.name(), batches.swapped(experiment));
        }
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("right", right);
        figures.put("of", NaturalExperiment.ALL.size());
        figures.put("verdicts", rows);
        figures.put("dealt", batches.dealt());
        figures.put("swapped", swaps);
        return figures;
    }
}
