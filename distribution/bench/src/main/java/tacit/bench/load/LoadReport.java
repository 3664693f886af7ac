package tacit.bench.load;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What answers come to. Pure. */
final class LoadReport {

    private static final int SHOWN = 10;

    private LoadReport() {}

    static Map<String, Object> of(List<Answered> answers, int seconds) {
        Map<String, Object> figures = new LinkedHashMap<>();
        List<Answered> failed = answers.stream().filter(answer -> !answer.ok()).toList();
        figures.put("seconds", seconds);
        figures.put("calls", answers.size());
        figures.put("callsPerSecond", Math.round(answers.size() * 10.0 / seconds) / 10.0);
        figures.put("failed", failed.size());
        figures.put(
                "failures", failed.stream().limit(SHOWN).map(Answered::wrong).toList());
        for (Kind kind : Kind.values()) {
            figures.put(kind.word(), times(answers, kind));
        }
        return figures;
    }

    private static Map<String, Object> times(List<Answered> answers, Kind kind) {
        long[] micros = answers.stream()
                .filter(answer -> answer.kind() == kind)
                .mapToLong(Answered::micros)
                .sorted()
                .toArray();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("calls", micros.length);
        figures.put("p50Ms", millis(micros, 0.50));
        figures.put("p95Ms", millis(micros, 0.95));
        figures.put("p99Ms", millis(micros, 0.99));
        figures.put("longestMs", millis(micros, 1));
        return figures;
    }

    /** The time within which that share was answered, in milliseconds to a tenth; 0 for none. */
    static double millis(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return Math.round(Arrays.stream(sorted)
                                .skip(Math.max(0, rank - 1))
                                .findFirst()
                                .orElseThrow()
                        / 100.0)
                / 10.0;
    }
}
