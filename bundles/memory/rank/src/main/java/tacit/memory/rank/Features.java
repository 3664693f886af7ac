package tacit.memory.rank;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tacit.api.recall.RankRequest;

/** Everything that candidates are measured by. */
public final class Features {

    static final List<Feature> ALL = Stream.of(
                    WordFeatures.all(),
                    MeaningFeatures.all(),
                    PersonFeatures.all(),
                    TimeFeatures.all(),
                    FormFeatures.all())
            .flatMap(List::stream)
            .toList();

    private Features() {}

    /** Their names, in the order of what {@link #measured} answers. */
    public static List<String> names() {
        return ALL.stream().map(Feature::name).toList();
    }

    /** The values of each hit, by its id and in the order of the hits: what weights are fitted on. */
    public static Map<String, double[]> measured(RankRequest request) {
        Candidates candidates = new Candidates(request.hits(), new Readings());
        Question question = new Question(request, candidates.speakers());
        Map<String, double[]> rows = new LinkedHashMap<>();
        for (Candidate candidate : candidates.list()) {
            rows.put(candidate.hit().document().id(), values(question, candidate));
        }
        return rows;
    }

    static double[] values(Question question, Candidate candidate) {
        List<Double> values = new ArrayList<>();
        ALL.forEach(feature -> values.add(feature.of(question, candidate)));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
