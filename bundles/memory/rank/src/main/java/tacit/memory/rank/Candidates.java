package tacit.memory.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tacit.api.recall.SearchDocument;
import tacit.api.recall.SearchHit;

/** All hits of one request: what is high or low is so among them. Confined to one call. */
final class Candidates {

    private record Place(String group, long position) {}

    /** How the values of a signal lie. */
    private record Spread(double mean, double deviation, double greatest) {}

    private final List<Candidate> list = new ArrayList<>();
    private final Map<Place, Candidate> places = new HashMap<>();
    private final Map<String, Spread> spreads = new HashMap<>();
    private final Set<String> speakers = new TreeSet<>();

    Candidates(List<SearchHit> hits, Readings readings) {
        for (SearchHit hit : hits) {
            SearchDocument document = hit.document();
            Candidate candidate = new Candidate(hit, this, readings);
            list.add(candidate);
            places.put(new Place(document.group(), document.position()), candidate);
            if (!document.speaker().isBlank()) {
                speakers.add(document.speaker());
            }
        }
    }

    List<Candidate> list() {
        return list;
    }

    Set<String> speakers() {
        return speakers;
    }

    /** The one so many places behind, or before with a negative number, if it was found too. */
    Optional<Candidate> beside(Candidate candidate, int places) {
        SearchDocument document = candidate.hit().document();
        return Optional.ofNullable(this.places.get(new Place(document.group(), document.position() + places)));
    }

    /** A signal as a part of the greatest, in [0, 1]; 0 when it was not measured. */
    double part(String signal, Candidate candidate) {
        Double value = candidate.hit().signals().get(signal);
        double greatest = spread(signal).greatest();
        return value == null || greatest <= 0 ? 0 : Math.max(0, value / greatest);
    }

    /** A signal by its distance from the mean, in deviations within [-3, 5]; 0 when it was not measured. */
    double height(String signal, Candidate candidate) {
        Double value = candidate.hit().signals().get(signal);
        Spread spread = spread(signal);
        return value == null || spread.deviation() < 1e-9
                ? 0
                : Math.max(-3, Math.min(5, (value - spread.mean()) / spread.deviation()));
    }

    private Spread spread(String signal) {
        return spreads.computeIfAbsent(signal, this::measured);
    }

    private Spread measured(String signal) {
        double sum = 0;
        double squares = 0;
        double greatest = 0;
        int count = 0;
        for (Candidate candidate : list) {
            Double value = candidate.hit().signals().get(signal);
            if (value != null) {
                sum += value;
                squares += value * value;
                greatest = Math.max(greatest, value);
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double variance = count == 0 ? 0 : Math.max(0, squares / count - mean * mean);
        return new Spread(mean, Math.sqrt(variance), greatest);
    }
}
