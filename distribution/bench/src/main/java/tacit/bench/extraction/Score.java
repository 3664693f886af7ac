package tacit.bench.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what was found, invented and missed. Confined to one thread. */
final class Score {

    private int found;
    private int exact;
    private int invented;
    private int missed;
    private int dues;
    private int rightDues;

    /** Compares what was kept of a sentence with what should have been, and counts under each kind too. */
    static void count(List<Label> wanted, List<Label> kept, Score total, Map<String, Score> kinds) {
        List<Label> rest = new ArrayList<>(kept);
        for (Label label : wanted) {
            Score kind = kinds.computeIfAbsent(label.kind(), name -> new Score());
            rest.stream()
                    .filter(label::means)
                    .findFirst()
                    .ifPresentOrElse(
                            match -> {
                                rest.remove(match);
                                total.hit(label, match);
                                kind.hit(label, match);
                            },
                            () -> {
                                total.missed++;
                                kind.missed++;
                            });
        }
        for (Label label : rest) {
            total.invented++;
            kinds.computeIfAbsent(label.kind(), name -> new Score()).invented++;
        }
    }

    private void hit(Label wanted, Label kept) {
        found++;
        if (wanted.equalsExactly(kept)) {
            exact++;
        }
        if (wanted.due() != null) {
            dues++;
            if (wanted.due().equals(kept.due())) {
                rightDues++;
            }
        }
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        double precision = share(found, found + invented);
        double recall = share(found, found + missed);
        figures.put("precision", rounded(precision));
        figures.put("recall", rounded(recall));
        figures.put("f1", rounded(precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)));
        figures.put("sameWords", rounded(share(exact, found)));
        figures.put("labels", found + missed);
        figures.put("kept", found + invented);
        if (dues > 0) {
            figures.put("dueRight", rounded(share(rightDues, dues)));
        }
        return figures;
    }

    static Map<String, Object> figures(Map<String, Score> scores) {
        Map<String, Object> figures = new LinkedHashMap<>();
        new TreeMap<>(scores).forEach((name, score) -> figures.put(name, score.figures()));
        return figures;
    }

    boolean isPerfect() {
        return invented == 0 && missed == 0;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
