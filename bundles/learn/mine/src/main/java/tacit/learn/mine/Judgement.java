package tacit.learn.mine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tacit.api.learn.FailureClass;
import tacit.api.learn.Finding;
import tacit.api.learn.Severity;
import tacit.api.trace.Span;
import tacit.learn.mine.detect.Evidence;
import tacit.learn.mine.facts.FactSheet;
import tacit.learn.mine.triage.KindModel;

/** Weighs what the detectors saw with what operators taught. */
final class Judgement {

    /** The name under which findings stand that no detector made and operators' words imply. */
    static final String TRIAGE = "triage";

    // What is believed of a span that no detector spoke about: most spans are no failure of a given kind.
    private static final double UNSEEN = 0.02;
    private static final double SUREST = 0.95;
    private static final int REASONS = 3;

    private Judgement() {}

    /** The features and the prior that triage learns from, for one place in a trace. */
    static double prior(Map<Place, Sighting> seen, Place place) {
        Sighting sighting = seen.get(place);
        double confidence = sighting == null ? UNSEEN : sighting.finding().confidence();
        return Math.max(UNSEEN, Math.min(SUREST, confidence));
    }

    static Map<Place, Sighting> byPlace(List<Sighting> sightings) {
        Map<Place, Sighting> seen = new LinkedHashMap<>();
        sightings.forEach(sighting -> seen.put(Place.of(sighting.finding()), sighting));
        return seen;
    }

    /** The sightings as operators would judge them, with those that only their words imply. */
    static List<Sighting> judged(FactSheet sheet, List<Sighting> sightings, Taught taught, double least) {
        Map<Place, Sighting> seen = byPlace(sightings);
        Map<Place, Sighting> judged = new LinkedHashMap<>(seen);
        Map<String, KindModel> kinds = new TreeMap<>(taught.model().kinds());
        if (!kinds.isEmpty()) {
            for (Span span : sheet.reading().tree().spans()) {
                if (sheet.all().containsKey(span.id())) {
                    Set<String> features = sheet.of(span).features();
                    kinds.forEach((kind, model) -> judge(span, kind, model, features, seen, judged, least));
                }
            }
        }
        return new ArrayList<>(judged.values());
    }

    private static void judge(
            Span span,
            String kind,
            KindModel model,
            Set<String> features,
            Map<Place, Sighting> seen,
            Map<Place, Sighting> judged,
            double least) {
        Place place = new Place(span.id(), kind);
        double probability = model.probability(features, prior(seen, place));
        Sighting sighting = seen.get(place);
        if (sighting != null) {
            judged.put(place, sighting.withConfidence(probability));
        } else if (probability >= least) {
            judged.put(place, implied(span, kind, probability, model.reasons(features, REASONS)));
        }
    }

    private static Sighting implied(Span span, String kind, double probability, List<String> reasons) {
        String why = reasons.isEmpty() ? "" : ", above all: " + String.join(", ", reasons);
        return new Sighting(
                TRIAGE,
                new Finding(
                        span.id(),
                        kind,
                        FailureClass.AGENT,
                        Severity.MEDIUM,
                        probability,
                        "Operators confirmed this kind on spans that are alike" + why,
                        Evidence.of(span),
                        null));
    }
}
