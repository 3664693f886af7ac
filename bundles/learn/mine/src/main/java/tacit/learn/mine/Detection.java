package tacit.learn.mine;

import static org.osgi.service.component.annotations.ReferenceCardinality.AT_LEAST_ONE;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.Finding;
import tacit.api.trace.RecordedTrace;

/** Asks every detector about a trace; of several findings of a kind on a span the surest counts. Thread-safe. */
@Component(service = Detection.class)
public final class Detection {

    private static final Logger log = LoggerFactory.getLogger(Detection.class);

    private final List<FailureDetector> detectors;

    @Activate
    public Detection(@Reference(cardinality = AT_LEAST_ONE, policyOption = GREEDY) List<FailureDetector> detectors) {
        // By name, so that the order in which bundles start never decides between equally sure detectors.
        this.detectors = detectors.stream()
                .sorted(Comparator.comparing(FailureDetector::name))
                .toList();
    }

    List<Sighting> sightings(RecordedTrace trace) {
        Map<Place, Sighting> surest = new LinkedHashMap<>();
        for (FailureDetector detector : detectors) {
            for (Finding finding : findings(detector, trace)) {
                Sighting sighting = new Sighting(detector.name(), finding);
                surest.merge(Place.of(finding), sighting, Detection::surer);
            }
        }
        return new ArrayList<>(surest.values());
    }

    private static List<Finding> findings(FailureDetector detector, RecordedTrace trace) {
        try {
            return detector.detect(trace);
        } catch (Exception e) {
            log.warn(
                    "Cannot detect failures in trace '{}' with '{}'",
                    trace.trace().id(),
                    detector.name(),
                    e);
            return List.of();
        }
    }

    private static Sighting surer(Sighting known, Sighting other) {
        return other.finding().confidence() > known.finding().confidence() ? other : known;
    }
}
